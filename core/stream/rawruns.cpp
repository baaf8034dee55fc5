// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/rawruns.h"

#include "core/stream/largepages.h"

#include <utility>

namespace Gapline {

size_t RawRuns::runOf(size_t index) const
{
    // Most blocks lie in one run or two.
    size_t run = m_runOfBlock[index / kBlock];
    while (run + 1 < m_runs.size() && m_runs[run + 1].first <= index)
        ++run;
    return run;
}

size_t RawRuns::stretchEnd(size_t index) const
{
    return endOf(runOf(index));
}

void RawRuns::reserve(size_t count)
{
    reserveLarge(m_offsets, count);
    m_runOfBlock.reserve(count / kBlock + 1);
}

void RawRuns::append(const RawLocation &location)
{
    const bool goesOn = !m_runs.empty() && m_runs.back().bodyId == location.bodyId
        && m_runs.back().end == location.offset;
    if (!goesOn)
        m_runs.push_back({quint32(m_offsets.size()), location.offset, location.bodyId});
    m_runs.back().end = location.offset + location.length;
    if (m_offsets.size() % kBlock == 0)
        m_runOfBlock.push_back(quint32(m_runs.size() - 1));
    m_offsets.push_back(location.offset);
}

void RawRuns::append(qint64 bodyId, std::span<const quint32> lengths)
{
    if (lengths.empty())
        return;
    append({bodyId, 0, lengths.front()});
    Run &run = m_runs.back();
    const size_t begin = m_offsets.size();
    m_offsets.resize(begin + lengths.size() - 1);
    quint32 end = run.end;
    for (size_t i = 1; i < lengths.size(); ++i) {
        m_offsets[begin + i - 1] = end;
        end += lengths[i];
    }
    run.end = end;
    while (m_runOfBlock.size() * kBlock < m_offsets.size())
        m_runOfBlock.push_back(quint32(m_runs.size() - 1));
}

void RawRuns::reorder(std::span<const quint32> indexes)
{
    RawRuns ordered;
    ordered.reserve(indexes.size());
    for (const quint32 index : indexes)
        ordered.append(at(index));
    *this = std::move(ordered);
}

} // namespace Gapline
