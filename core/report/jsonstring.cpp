// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonstring.h"

#include <QString>

#include <algorithm>

namespace Gapline {
namespace {

quint32 hexAt(QByteArrayView text, qsizetype at)
{
    bool isHex = false;
    const uint code =
        at + 4 <= text.size() ? text.sliced(at, 4).toByteArray().toUInt(&isHex, 16) : 0;
    return isHex ? code : 0xFFFD;
}

char16_t simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return char16_t(uchar(c)); // \" \\ \/
    }
}

/// They have no UTF-8.
void replaceLoneSurrogates(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
}

} // namespace

QByteArray unescapedJsonString(QByteArrayView value)
{
    if (!value.startsWith('"'))
        return value.toByteArray();
    value = value.sliced(1);
    if (value.endsWith('"'))
        value.chop(1);
    QString text;
    qsizetype from = 0;
    for (qsizetype at = value.indexOf('\\'); at >= 0; at = value.indexOf('\\', from)) {
        text += QString::fromUtf8(value.sliced(from, at - from));
        const bool isCut = at + 1 >= value.size();
        if (!isCut && value[at + 1] == 'u') {
            text += QChar(char16_t(hexAt(value, at + 2)));
            from = std::min(at + 6, value.size());
        } else if (!isCut) {
            text += QChar(simpleEscape(value[at + 1]));
            from = at + 2;
        } else {
            from = value.size();
        }
    }
    text += QString::fromUtf8(value.sliced(from));
    replaceLoneSurrogates(text);
    return text.toUtf8();
}

} // namespace Gapline
