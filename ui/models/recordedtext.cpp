// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordedtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordedText)
};

/// As core/deliverylog and core/api/webhookreplay write them.
constexpr const char *kRecorded[]{
    QT_TRANSLATE_NOOP("RecordedText", "%1 (the log ends in this row)"),
    QT_TRANSLATE_NOOP("RecordedText", "its cells cannot be told apart"),
    QT_TRANSLATE_NOOP("RecordedText", "%1 cells where the header names %2"),
    QT_TRANSLATE_NOOP("RecordedText", "the header names no field that is known"),
    QT_TRANSLATE_NOOP("RecordedText", "not JSON: %1"),
    QT_TRANSLATE_NOOP("RecordedText", "not a JSON object"),
    QT_TRANSLATE_NOOP("RecordedText", "the gzip data is damaged"),
    QT_TRANSLATE_NOOP("RecordedText", "the gzip data ends early"),
    QT_TRANSLATE_NOOP("RecordedText", "reading failed: %1"),
    QT_TRANSLATE_NOOP("RecordedText", "the row is longer than 4 MiB"),
    QT_TRANSLATE_NOOP("RecordedText", "the JSON value ends early"),
    QT_TRANSLATE_NOOP("RecordedText", "a quote is never closed"),
    QT_TRANSLATE_NOOP("RecordedText", "seq \"%1\" is no whole number"),
    QT_TRANSLATE_NOOP("RecordedText",
                      "names no event: neither executionId with seq, nor an event id"),
    QT_TRANSLATE_NOOP("RecordedText", "the body is %1"),
    QT_TRANSLATE_NOOP("RecordedText", "no answer within %1 s"),
    QT_TRANSLATE_NOOP("RecordedText", "HTTP status %1"),
};

struct Pattern
{
    const char *source;
    QRegularExpression expression;
};

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char *source : kRecorded) {
            QString pattern = QRegularExpression::escape(QString::fromUtf8(source));
            for (const char *place : {"\\%1", "\\%2"})
                pattern.replace(QLatin1String(place), QLatin1String("(.*)"));
            made.push_back({source,
                            QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                               QRegularExpression::DotMatchesEverythingOption)});
        }
        return made;
    }();
    return all;
}

} // namespace

QString recordedText(const QString &english)
{
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (!match.hasMatch())
            continue;
        const QString text = Text::tr(pattern.source);
        if (match.lastCapturedIndex() == 2)
            return text.arg(match.captured(1), match.captured(2));
        // What stands in it may be one of these itself.
        return match.lastCapturedIndex() == 1 ? text.arg(recordedText(match.captured(1))) : text;
    }
    return english;
}

} // namespace Gapline
