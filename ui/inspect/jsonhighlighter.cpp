// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/jsonhighlighter.h"

#include "ui/inspect/categorymark.h"

namespace Gapline {

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{ }

void JsonHighlighter::setPalette(const QPalette &palette)
{
    // Hues of the marks: known to be readable on the window's ground in both themes.
    m_key.setForeground(categoryColor(EventCategory::Execution, palette));
    m_string.setForeground(categoryColor(EventCategory::Completed, palette));
    m_literal.setForeground(categoryColor(EventCategory::Breached, palette));
    rehighlight();
}

qsizetype JsonHighlighter::endOfString(const QString &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return -1;
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    setCurrentBlockState(Between);
    qsizetype at = 0;
    if (previousBlockState() == InString) {
        const qsizetype end = endOfString(text, 0);
        setFormat(0, int(end < 0 ? text.size() : end), m_string);
        if (end < 0) {
            setCurrentBlockState(InString);
            return;
        }
        at = end;
    }
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = endOfString(text, at + 1);
            const bool isKey = end >= 0 && QStringView(text).sliced(end).trimmed().startsWith(u':');
            const qsizetype last = end < 0 ? text.size() : end;
            setFormat(int(at), int(last - at), isKey ? m_key : m_string);
            if (end < 0)
                setCurrentBlockState(InString);
            at = last;
        } else if (c.isLetterOrNumber() || c == u'-') {
            const qsizetype begin = at;
            while (at < text.size()
                   && (text[at].isLetterOrNumber() || QStringView(u"+-.").contains(text[at])))
                ++at;
            setFormat(int(begin), int(at - begin), m_literal);
        } else {
            ++at;
        }
    }
}

} // namespace Gapline
