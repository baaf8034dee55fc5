// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/filtermatch.h"

#include "core/stream/textmatcher.h"

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

    if (steps.empty())
        steps.push_back(passesWithoutStep);
    const quint16 *typeIndexes = stream.typeIndexes().data();
    const quint32 *stepIndexes = stream.stepIndexes().data();
    const qint64 *times = stream.timestamps().data();
    EventIndexes indexes(size_t(std::max<qsizetype>(end - begin, 0)));
    size_t found = 0;
    // Without a branch: what passes is as good as random, and a wrong guess costs more than a write in vain.
    for (qsizetype i = begin; i < end; ++i) {
        const quint32 step = stepIndexes[i];
        const bool hasStep = step != kNoStep;
        const bool passesStep = bool(steps[hasStep ? step : 0]) & hasStep;
        const bool passes = (passesStep | (!hasStep & passesWithoutStep))
            & bool(types[typeIndexes[i]]) & (from <= times[i]) & (times[i] <= to);
        indexes[found] = quint32(i);
        found += passes;
    }
    indexes.resize(found);
    // An event without a time lies in no span of time.
    if (filter.from || filter.to)
        std::erase_if(indexes, [&stream](quint32 i) { return !stream.timeAt(i); });
    indexes.shrink_to_fit();
    return indexes;
}

bool matchesText(QByteArrayView raw, const EventFilter &filter)
{
    return TextMatcher(filter).matches(raw);
}

} // namespace Gapline
