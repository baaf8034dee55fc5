// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace Gapline {

class ElidedLabel;

/// Something that runs, as its row shows it.
struct RunningTask
{
    QString key; ///< Tells it from the others that run.
    QString text;
    std::optional<int> permille; ///< Nothing: how much there is to do is not known beforehand.
    QString cancelName; ///< For assistive technology: "Cancel fetching exec_1".
};

/// Bar, text and cancel button of one task. Appears only when the task has run for a moment, so that quick answers do
/// not flicker.
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRow(QWidget *parent = nullptr);

    void showTask(const RunningTask &task);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }

signals:
    void appeared();
    void cancelWanted();

private:
    QProgressBar *m_bar;
    ElidedLabel *m_text;
    QPushButton *m_cancel;
    QTimer m_appearance;
};

} // namespace Gapline
