// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/httplog.h"
#include "core/domain/timetext.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gapline {

/// One request in full: what was asked, how the answer came, and of a failed one the answer itself, as plain text
/// whose control characters are visible. Nothing of it is ever written to a file.
class RequestDetail : public QWidget
{
    Q_OBJECT

public:
    explicit RequestDetail(QWidget *parent = nullptr);

    /// Nothing: none is selected.
    void show(const std::optional<HttpLogEntry> &entry, TimeZoneChoice zone);

    /// The same for every request, with an answer to show or without.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// The request for a shell, key and token as placeholders.
    void copyCurl();

signals:
    /// What a command did, in a few words.
    void noticed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void applyFont();
    [[nodiscard]] QSize sizeOfLines(int lines) const;

    std::optional<HttpLogEntry> m_entry;
    QWidget *m_header = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_copyCurl = nullptr;
    QPlainTextEdit *m_facts = nullptr;
    QLabel *m_answerTitle = nullptr;
    QPlainTextEdit *m_answer = nullptr;
};

/// The facts of a request as lines: URL, request, timing, outcome, headers. Plain text.
[[nodiscard]] QString requestFacts(const HttpLogEntry &entry, TimeZoneChoice zone);

} // namespace Gapline
