// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace Gapline {

/// Colours keys, strings and numbers of pretty-printed JSON. Works line by line on plain text; a string that goes
/// on in the next line stays one. Never changes the text.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    enum BlockState
    {
        Between = 0,
        InString = 1,
    };

    /// The position behind the closing quote, or -1 when the line ends first.
    static qsizetype endOfString(const QString &text, qsizetype from);

    QTextCharFormat m_key;
    QTextCharFormat m_string;
    QTextCharFormat m_literal;
};

} // namespace Gapline
