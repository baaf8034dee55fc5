// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/streamverify.h"
#include "ui/workspace/streamview.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace Gapline {

/// Shows a verification that runs, and then how it came out: what was compared, and each difference on a line that
/// leads to its event. The whole can be copied or saved as text. Lives on the UI thread.
class VerifyDialog : public QDialog
{
    Q_OBJECT

public:
    /// Neither is owned; both may go away before the dialog.
    VerifyDialog(StreamVerify *verify,
                 StreamView *view,
                 TimeZoneChoice zone,
                 QWidget *parent = nullptr);

    /// The result as text, for the clipboard and for a file.
    [[nodiscard]] QString report() const;

signals:
    void noticed(const QString &message);
    void failed(const Gapline::Error &error);

private:
    void layOut();
    void showProgress(const SyncProgress &progress);
    void showOutcome(const VerifyOutcome &outcome);
    void addSeqs(const std::vector<Seq> &seqs, const QString &what);
    void goTo(int row);
    void chooseFile();
    void save(const QString &file);

    QPointer<StreamVerify> m_verify;
    QPointer<StreamView> m_view;
    TimeZoneChoice m_zone;
    ExecutionId m_executionId;
    QStringList m_lines; ///< Of the report.
    QLabel *m_verdict;
    QLabel *m_text;
    QProgressBar *m_bar;
    QListWidget *m_differences;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Gapline
