// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmltext.h"

#include <QString>

namespace Gapline {

QByteArray escapedHtml(QStringView text, qsizetype limit)
{
    return displayText(text, limit).toHtmlEscaped().toUtf8();
}

QByteArray escapedHtmlUtf8(QByteArrayView text, qsizetype limit)
{
    return escapedHtml(QString::fromUtf8(text), limit);
}

QByteArray htmlCell(const QByteArray &html)
{
    return "<td>" + html + "</td>";
}

QByteArray htmlNumberCell(qint64 value)
{
    return "<td class=\"n\">" + QByteArray::number(value) + "</td>";
}

QByteArray htmlVerdictCell(QLatin1String name)
{
    const QByteArray text(name.data(), name.size());
    return "<td class=\"" + text + "\">" + text + "</td>";
}

} // namespace Gapline
