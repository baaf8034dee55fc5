// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/filtermatch.h"

#include "core/stream/textmatcher.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>

namespace Gapline {
namespace {

/// Events that are decided together: what is known of them stays in the nearest cache.
constexpr size_t kBlock = 4096;
constexpr size_t kWordBits = 64;

/// Which values of a column pass, decided once per distinct text.
struct PassingValues
{
    std::vector<quint8> passes; ///< By value, plus one where a column has a value for none.
    bool isAll = false;
    /// The values that pass follow each other, as one alone does: [first, first + count).
    bool isRun = false;
    quint32 first = 0;
    quint32 count = 0;

    explicit PassingValues(std::vector<quint8> decided)
        : passes(std::move(decided))
        , count(quint32(std::ranges::count(passes, 1)))
    {
        isAll = count == passes.size();
        first = quint32(std::ranges::find(passes, 1) - passes.begin());
        isRun = std::ranges::count(std::span(passes).subspan(first).first(count), 1) == count;
    }
};

template<typename Decide>
std::vector<quint8> decisions(std::vector<quint8> before, const StringTable &table, Decide &&decide)
{
    before.reserve(before.size() + table.size());
    for (const QByteArray &text : table.texts())
        before.push_back(decide(QString::fromUtf8(text)));
    return before;
}

/// One byte for each event of a block: 1 while nothing has spoken against it.
using Marks = std::array<quint8, kBlock>;

/// Unmarks the events whose value, raised by `shift`, does not pass. Comparing is done for many events at once, looking
/// up for one after the other.
template<typename Value>
void keepPassing(Marks &marks, std::span<const Value> values, Value shift, const PassingValues &all)
{
    if (all.isAll)
        return;
    if (all.isRun) {
        const auto first = Value(all.first - shift);
        const auto count = Value(all.count);
        for (size_t i = 0; i < values.size(); ++i)
            marks[i] &= quint8(Value(values[i] - first) < count);
        return;
    }
    const quint8 *passes = all.passes.data();
    for (size_t i = 0; i < values.size(); ++i)
        marks[i] &= passes[Value(values[i] + shift)];
}

/// The marks as bits; returns how many there are.
size_t packMarks(const Marks &marks, std::span<quint64> words)
{
    size_t count = 0;
    for (size_t word = 0; word < words.size(); ++word) {
        quint64 bits = 0;
        for (size_t byte = 0; byte < kWordBits / 8; ++byte) {
            quint64 eight = 0;
            std::memcpy(&eight, marks.data() + word * kWordBits + byte * 8, 8);
            // Shifts the lowest bit of each byte beside the others.
            bits |= (qFromLittleEndian(eight) * 0x0102040810204080U >> 56U) << 8 * byte;
        }
        words[word] = bits;
        count += size_t(std::popcount(bits));
    }
    return count;
}

EventIndexes indexesOf(std::span<const quint64> words, size_t count, quint32 first)
{
    EventIndexes indexes(count);
    quint32 *next = indexes.data();
    for (const quint64 word : words) {
        if (word == ~quint64(0)) {
            std::iota(next, next + kWordBits, first);
            next += kWordBits;
        } else {
            for (quint64 rest = word; rest != 0; rest &= rest - 1)
                *next++ = first + quint32(std::countr_zero(rest));
        }
        first += kWordBits;
    }
    return indexes;
}

class ColumnScan
{
public:
    ColumnScan(const EventStream &stream, const EventFilter &filter)
        : m_stream(stream)
        , m_types(decisions({},
                            stream.types(),
                            [&filter](const QString &type) { return matchesTypes(filter, type); }))
        , m_steps(decisions({matchesSteps(filter, {})},
                            stream.steps(),
                            [&filter](const QString &step) { return matchesSteps(filter, step); }))
        , m_hasTimes(filter.from || filter.to)
        , m_from(filter.from ? toEpochMs(*filter.from) : std::numeric_limits<qint64>::min())
        , m_to(filter.to ? toEpochMs(*filter.to) : std::numeric_limits<qint64>::max())
    { }

    [[nodiscard]] EventIndexes run(size_t begin, size_t end) const
    {
        if (begin >= end || m_types.count == 0 || m_steps.count == 0)
            return {};
        if (m_types.isAll && m_steps.isAll && !m_hasTimes) {
            EventIndexes all(end - begin);
            std::iota(all.begin(), all.end(), quint32(begin));
            return all;
        }
        std::vector<quint64> words((end - begin + kWordBits - 1) / kWordBits);
        std::span<quint64> rest(words);
        size_t count = 0;
        Marks marks;
        for (size_t from = begin; from < end; from += kBlock) {
            const size_t size = std::min(kBlock, end - from);
            const size_t wordCount = std::min(kBlock / kWordBits, rest.size());
            mark(marks, from, size);
            count += packMarks(marks, rest.first(wordCount));
            rest = rest.subspan(wordCount);
        }
        return indexesOf(words, count, quint32(begin));
    }

private:
    void mark(Marks &marks, size_t from, size_t count) const
    {
        std::fill_n(marks.begin(), count, quint8(1));
        std::fill(marks.begin() + qsizetype(count), marks.end(), quint8(0));
        keepPassing<quint16>(marks, m_stream.typeIndexes().subspan(from, count), 0, m_types);
        // kNoStep and one are none.
        keepPassing<quint32>(marks, m_stream.stepIndexes().subspan(from, count), 1, m_steps);
        if (m_hasTimes)
            keepTimes(marks, from, count);
    }

    /// An event without a time lies in no span of time.
    void keepTimes(Marks &marks, size_t from, size_t count) const
    {
        const qint64 *times = m_stream.timestamps().data() + from;
        for (size_t i = 0; i < count; ++i) {
            const bool hasTime =
                !m_stream.flagsAt(qsizetype(from + i)).testFlag(EventFlag::NoTimestamp);
            marks[i] &= quint8(hasTime & (m_from <= times[i]) & (times[i] <= m_to));
        }
    }

    const EventStream &m_stream;
    PassingValues m_types;
    PassingValues m_steps; ///< That of events without a step first.
    bool m_hasTimes;
    qint64 m_from;
    qint64 m_to;
};

} // namespace

EventIndexes matchColumns(const EventStream &stream, const EventFilter &filter)
{
    const qsizetype begin = filter.sinceSeq ? stream.lowerBound(filter.sinceSeq->next()) : 0;
    const qsizetype end =
        filter.untilSeq ? stream.lowerBound(filter.untilSeq->next()) : stream.count();
    return ColumnScan(stream, filter).run(size_t(begin), size_t(end));
}

bool matchesText(QByteArrayView raw, const EventFilter &filter)
{
    return TextMatcher(filter).matches(raw);
}

} // namespace Gapline
