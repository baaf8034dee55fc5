// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/gapcolumns.h"

#include "core/timeline/gapwalk.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr int kLevels = 4;

GapColumn columnOf(const Gap &gap, const TimelineScale &scale)
{
    // Far ends are cut a little outside the view: a pixel position of 10^15 draws badly.
    const double left = std::max(scale.pixelAt(double(gap.range.first.value)), -32.0);
    const double right =
        std::min(scale.pixelAt(double(gap.range.last.value) + 1), scale.width() + 32);
    GapColumn column;
    column.x = left;
    column.width = std::max(right - left, 1.0);
    column.kind = gap.kind;
    column.range = gap.range;
    column.seqCount = gap.range.count();
    return column;
}

/// Joins neighbouring pixels of one kind and about the same share of gap seqs into one column.
class ColumnRuns
{
public:
    ColumnRuns(GapKind kind, double columnWidth, std::vector<GapColumn> &columns)
        : m_kind(kind)
        , m_columnWidth(columnWidth)
        , m_columns(columns)
    { }

    void add(qint32 column, SeqRange seqs, qint64 gapSeqs)
    {
        const double share = double(gapSeqs) / double(seqs.count());
        const auto level = quint8(255 * int(std::ceil(share * kLevels)) / kLevels);
        if (m_isOpen && m_nextColumn == column && m_columns.back().level == level) {
            m_width += m_columnWidth;
            m_columns.back().width = std::max(m_width, 1.0);
            m_columns.back().range.last = seqs.last;
            m_columns.back().seqCount += gapSeqs;
        } else {
            m_width = m_columnWidth;
            m_columns.push_back({column * m_columnWidth,
                                 std::max(m_width, 1.0),
                                 m_kind,
                                 seqs,
                                 gapSeqs,
                                 level,
                                 true});
        }
        m_isOpen = true;
        m_nextColumn = column + 1;
    }

private:
    GapKind m_kind;
    double m_columnWidth;
    std::vector<GapColumn> &m_columns;
    bool m_isOpen = false;
    double m_width = 0; ///< Of the open run.
    qint32 m_nextColumn = 0;
};

std::vector<GapColumn>
sharedColumns(const TimelineIndex &index, const PixelColumns &columns, double devicePixelRatio)
{
    std::vector<GapColumn> internal;
    std::vector<GapColumn> unknown;
    // Alternating columns are the most there usually are; growing to them would copy, frame after frame.
    internal.reserve(size_t(columns.count()) / 2);
    ColumnRuns internalRuns(GapKind::InternalOnly, 1 / devicePixelRatio, internal);
    ColumnRuns unknownRuns(GapKind::Unknown, 1 / devicePixelRatio, unknown);
    const std::vector<SeqRange> &coverage = index.stream().state().coverage.ranges();
    const std::span<const qint64> seqs = columns.seqs();
    const std::span<const quint32> events = columns.events();
    size_t nextCovered = 0;
    for (qint32 i = 0; i < columns.count(); ++i) {
        const qint64 first = seqs[size_t(i)];
        const qint64 end = seqs[size_t(i) + 1];
        if (first == end)
            continue;
        const SeqRange range{{first}, {end - 1}};
        const qint64 gapSeqs = end - first - (events[size_t(i) + 1] - events[size_t(i)]);
        const qint64 covered = coveredSeqs(coverage, nextCovered, range);
        const qint64 unknownSeqs = std::min(gapSeqs, range.count() - covered);
        if (unknownSeqs > 0)
            unknownRuns.add(columns.firstColumn() + i, range, unknownSeqs);
        if (gapSeqs > unknownSeqs)
            internalRuns.add(columns.firstColumn() + i, range, gapSeqs - unknownSeqs);
    }
    internal.insert(internal.end(), unknown.begin(), unknown.end());
    return internal;
}

} // namespace

std::vector<GapColumn> layoutGaps(const TimelineIndex &index,
                                  const TimelineScale &scale,
                                  const PixelColumns &columns,
                                  double devicePixelRatio)
{
    if (scale.pixelsPerSeq() < kPixelsForOwnGap)
        return sharedColumns(index, columns, devicePixelRatio);
    std::vector<GapColumn> gaps;
    forEachGap(index, visibleSeqs(index, scale), [&](const Gap &gap) {
        gaps.push_back(columnOf(gap, scale));
    });
    std::ranges::stable_partition(
        gaps, [](const GapColumn &gap) { return gap.kind == GapKind::InternalOnly; });
    return gaps;
}

} // namespace Gapline
