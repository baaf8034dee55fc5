// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/filtermatch.h"

#include <QStringList>

#include <algorithm>

namespace Gapline {
namespace {

template<typename Decide>
std::vector<quint8> decisions(const StringTable &table, Decide &&decide)
{
    std::vector<quint8> passes;
    passes.reserve(table.size());
    for (const QByteArray &text : table.texts())
        passes.push_back(decide(QString::fromUtf8(text)));
    return passes;
}

} // namespace

EventIndexes matchColumns(const EventStream &stream, const EventFilter &filter)
{
    const qsizetype begin = filter.sinceSeq ? stream.lowerBound(filter.sinceSeq->next()) : 0;
    const qsizetype end =
        filter.untilSeq ? stream.lowerBound(filter.untilSeq->next()) : stream.count();

    const std::vector<quint8> types = decisions(
        stream.types(), [&filter](const QString &type) { return matchesTypes(filter, type); });
    std::vector<quint8> steps = decisions(
        stream.steps(), [&filter](const QString &step) { return matchesSteps(filter, step); });
    const bool passesWithoutStep = matchesSteps(filter, {});
    const qint64 from = filter.from ? toEpochMs(*filter.from) : std::numeric_limits<qint64>::min();
    const qint64 to = filter.to ? toEpochMs(*filter.to) : std::numeric_limits<qint64>::max();

    EventIndexes indexes;
    for (qsizetype i = begin; i < end; ++i) {
        const quint32 step = stream.stepIndexAt(i);
        const bool passesStep = step == kNoStep ? passesWithoutStep : steps[step];
        const qint64 time = stream.timestamps()[size_t(i)];
        if (passesStep && types[stream.typeIndexAt(i)] && from <= time && time <= to)
            indexes.push_back(quint32(i));
    }
    return indexes;
}

bool matchesText(QByteArrayView raw, const EventFilter &filter)
{
    const QString text = QString::fromUtf8(raw);
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Gapline
