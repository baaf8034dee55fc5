// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/displaytext.h"

#include <algorithm>

namespace Gapline {
namespace {

bool isInvisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    // Format covers bidi controls and zero-width joiners; unassigned and private glyphs are left to the font.
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_Surrogate || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || QChar::isNonCharacter(c);
}

QString withTokens(QStringView text, bool keepsLines)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        char32_t c = unit.unicode();
        const bool isPair =
            unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            c = QChar::surrogateToUcs4(unit, text[i + 1]);
        if (isInvisible(c) && !(keepsLines && (c == U'\n' || c == U'\t'))) {
            shown += QStringLiteral("[U+%1]").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
        } else {
            shown += unit;
            if (isPair)
                shown += text[i + 1];
        }
        if (isPair)
            ++i;
    }
    return shown;
}

} // namespace

QString displayText(QStringView text, qsizetype limit)
{
    if (text.size() <= limit)
        return withTokens(text, false);
    QStringView head = text.first(limit);
    if (!head.isEmpty() && head.back().isHighSurrogate())
        head.chop(1);
    return withTokens(head, false) + QChar(0x2026);
}

QString displayBlock(QStringView text)
{
    return withTokens(text, true);
}

QString fileNameFrom(QStringView id)
{
    constexpr qsizetype kMaxBytes = 100;
    QString name;
    for (const QChar c : id) {
        const bool isKept =
            (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'_' || c == u'-';
        name += isKept ? c : QChar(u'_');
    }
    const auto isLeading = [](QChar c) { return c == u'.' || c == u'-'; };
    const auto first = std::find_if_not(name.cbegin(), name.cend(), isLeading);
    name = name.sliced(first - name.cbegin()).left(kMaxBytes);
    return name.isEmpty() ? QStringLiteral("_") : name;
}

} // namespace Gapline
