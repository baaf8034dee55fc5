// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace Gapline {

/// Where the raw JSON of an event lies: which cached body, and which bytes of it.
struct RawLocation
{
    qint64 bodyId = 0; ///< Row id of the segment in the cache; see core/cache/eventstore.h.
    quint32 offset = 0;
    quint32 length = 0;

    friend bool operator==(const RawLocation &, const RawLocation &) = default;
};

/// A raw location for each of many events, by index. The events of a body lie in it one behind the other, so that an
/// offset is kept for each and body and end only for each run of them: four bytes an event, and never wrong where they lie
/// otherwise. Filled by one thread, then read by any.
class RawRuns
{
public:
    [[nodiscard]] size_t count() const { return m_offsets.size(); }
    [[nodiscard]] RawLocation at(size_t index) const { return atRun(index, runOf(index)); }
    /// The same, faster where the indexes ascend: `hint` is kept between calls, 0 at first.
    [[nodiscard]] RawLocation at(size_t index, size_t &hint) const
    {
        if (index < m_runs[hint].first || index >= endOf(hint))
            hint = runOf(index);
        return atRun(index, hint);
    }
    /// Up to which index the locations follow each other in one body, from this one on. Exclusive.
    [[nodiscard]] size_t stretchEnd(size_t index) const;

    void reserve(size_t count);
    void append(const RawLocation &location);
    /// Those of a body that begins with them, one behind the other.
    void append(qint64 bodyId, std::span<const quint32> lengths);
    /// Puts those at `indexes` in their order; the others are gone.
    void reorder(std::span<const quint32> indexes);

private:
    static constexpr size_t kBlock = 256;

    struct Run
    {
        quint32 first = 0; ///< Index of its first location.
        quint32 end = 0; ///< Offset behind its last byte.
        qint64 bodyId = 0;
    };

    [[nodiscard]] size_t runOf(size_t index) const;
    [[nodiscard]] RawLocation atRun(size_t index, size_t run) const
    {
        const quint32 end = endOf(run) == index + 1 ? m_runs[run].end : m_offsets[index + 1];
        return {m_runs[run].bodyId, m_offsets[index], end - m_offsets[index]};
    }
    /// Index behind the last location of the run.
    [[nodiscard]] size_t endOf(size_t run) const
    {
        return run + 1 < m_runs.size() ? m_runs[run + 1].first : m_offsets.size();
    }

    std::vector<quint32> m_offsets;
    std::vector<Run> m_runs;
    std::vector<quint32> m_runOfBlock; ///< In which run each kBlock locations begin.
};

} // namespace Gapline
