// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/gaplabels.h"

#include "core/timeline/gapwalk.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// Room at both ends of a label's number.
constexpr double kLabelPadding = 5;

double labelWidth(const GapLabel &label, double digitWidth)
{
    const auto digits = double(QString::number(label.seqCount).size());
    const double signs = (label.isSum ? 2 : 0) + (label.kind == GapKind::Unknown ? 2 : 0);
    return (digits + std::floor((digits - 1) / 3) + signs) * digitWidth + 2 * kLabelPadding;
}

/// Gaps of at least `least` seqs in sight, found by the longest hole of each block of events.
std::vector<Gap> longGaps(const TimelineIndex &index, SeqRange seqs, qint64 least)
{
    const EventStream &stream = index.stream();
    std::vector<Gap> gaps;
    const auto takeHole = [&](Seq first, Seq last) {
        const Seq from = std::max(first, seqs.first);
        const Seq to = std::min(last, seqs.last);
        if (from > to || SeqRange{first, last}.count() < least)
            return;
        forEachGap(index, {from, to}, [&](const Gap &gap) {
            if (gap.range.count() >= least)
                gaps.push_back(gap);
        });
    };
    const qsizetype begin = stream.lowerBound(seqs.first);
    const qsizetype end = std::min(stream.lowerBound(seqs.last.next()) + 1, stream.count());
    for (qsizetype event = begin; event < end;) {
        const qsizetype block = event / TimelineIndex::kBlock;
        if (block % TimelineIndex::kHoleBlocks == 0
            && index.longestHoleRegions()[size_t(block / TimelineIndex::kHoleBlocks)] < least) {
            event = (block + TimelineIndex::kHoleBlocks) * TimelineIndex::kBlock;
            continue;
        }
        const qsizetype blockEnd = std::min(end, (block + 1) * TimelineIndex::kBlock);
        if (index.longestHoles()[size_t(block)] >= least) {
            for (; event < blockEnd; ++event) {
                const Seq previous = event > 0 ? stream.seqAt(event - 1) : Seq{0};
                takeHole(previous.next(), stream.seqAt(event).previous());
            }
        }
        event = blockEnd;
    }
    if (end == stream.count()) {
        const Seq lastEvent = stream.isEmpty() ? Seq{0} : stream.seqAt(stream.count() - 1);
        takeHole(lastEvent.next(), stream.highestKnownSeq());
    }
    return gaps;
}

std::optional<GapLabel>
labelOf(const Gap &gap, const TimelineScale &scale, const TimelineLayoutOptions &options)
{
    // In the middle of the part that is in sight, so that a long gap is labelled wherever one looks.
    const double left = std::max(scale.pixelAt(double(gap.range.first.value)), 0.0);
    const double right = std::min(scale.pixelAt(double(gap.range.last.value) + 1), scale.width());
    const GapLabel label{(left + right) / 2, right - left, gap.kind, gap.range.count(), false};
    if (gap.range.count() < 2 || right - left < labelWidth(label, options.digitWidth))
        return std::nullopt;
    return label;
}

struct GapSums
{
    qint64 internal = 0;
    qint64 unknown = 0;
};

GapSums sumsOf(const TimelineIndex &index, SeqRange seqs, const std::vector<Gap> &without)
{
    const EventStream &stream = index.stream();
    const qint64 events =
        index.countEventsBefore(seqs.last.next()) - index.countEventsBefore(seqs.first);
    const std::vector<SeqRange> &coverage = stream.state().coverage.ranges();
    auto next = size_t(std::ranges::lower_bound(coverage, seqs.first, {}, &SeqRange::last)
                       - coverage.begin());
    const qint64 covered = coveredSeqs(coverage, next, seqs);
    GapSums sums{covered - events, seqs.count() - covered};
    for (const Gap &gap : without) {
        const Seq from = std::max(gap.range.first, seqs.first);
        const Seq to = std::min(gap.range.last, seqs.last);
        if (from <= to)
            (gap.kind == GapKind::Unknown ? sums.unknown : sums.internal) -=
                SeqRange{from, to}.count();
    }
    return sums;
}

/// The numbers of all gaps of a stretch that are too narrow for numbers of their own.
class SumLabels
{
public:
    SumLabels(const TimelineIndex &index,
              const TimelineScale &scale,
              const TimelineLayoutOptions &options)
        : m_index(index)
        , m_scale(scale)
        , m_options(options)
        , m_visible(visibleSeqs(index, scale))
    { }

    /// Behind the labels of the gaps in `own`, which are counted there.
    void addTo(std::vector<GapLabel> &labels, const std::vector<Gap> &own)
    {
        // Where the number of one step has no room, wider steps have fewer numbers: a few that fit, and none between
        // them, would read as if there were no other gaps.
        std::vector<Sum> sums;
        qint64 step = 0;
        double width = m_options.rulerLabelWidth;
        do {
            step = tickStep(m_scale, width);
            sums = sumsOfSteps(step, own);
            width *= 2;
        } while (step < m_visible.count()
                 && !std::ranges::all_of(sums, [this](const Sum &sum) { return fits(sum.label); }));
        const std::vector<GapLabel> others = labels;
        for (Sum &sum : sums) {
            if (fits(sum.label) && findPlace(sum, others))
                labels.push_back(sum.label);
        }
    }

private:
    /// Longer stretches are not searched for whether all they hold is one gap.
    static constexpr qint64 kSearched = 1024;

    struct Sum
    {
        GapLabel label;
        double middle = 0; ///< Of the room that the label has.
    };

    [[nodiscard]] double needed(const GapLabel &label) const
    {
        return labelWidth(label, m_options.digitWidth);
    }
    [[nodiscard]] bool fits(const GapLabel &sum) const { return needed(sum) + 4 <= sum.width; }

    std::vector<Sum> sumsOfSteps(qint64 step, const std::vector<Gap> &own) const
    {
        std::vector<Sum> sums;
        for (const SeqRange &stretch : stretches(step)) {
            const double left = std::max(m_scale.pixelAt(double(stretch.first.value)), 0.0);
            const double right =
                std::min(m_scale.pixelAt(double(stretch.last.value) + 1), m_scale.width());
            const GapSums counts = sumsOf(m_index, stretch, own);
            const double width = counts.unknown > 0 ? (right - left) / 2 : right - left;
            const auto add = [&](double middle, GapKind kind, qint64 count) {
                if (count == 0)
                    return;
                const std::optional<double> gap = onlyGapIn(stretch, kind, count, own);
                Sum sum{{middle, width, kind, count, !gap}, middle};
                if (gap) {
                    const double aside = std::max(0.0, width / 2 - needed(sum.label) / 2 - 2);
                    sum.label.x = std::clamp(*gap, middle - aside, middle + aside);
                }
                sums.push_back(sum);
            };
            add(left + width / 2, GapKind::InternalOnly, counts.internal);
            add(right - width / 2, GapKind::Unknown, counts.unknown);
        }
        return sums;
    }

    /// The middle of the gap that is all of what is counted: there is nothing to be added up.
    std::optional<double>
    onlyGapIn(SeqRange stretch, GapKind kind, qint64 count, const std::vector<Gap> &own) const
    {
        std::optional<double> middle;
        if (stretch.count() > kSearched)
            return middle;
        forEachGap(m_index, stretch, [&](const Gap &gap) {
            const Seq first = std::max(gap.range.first, stretch.first);
            const Seq last = std::min(gap.range.last, stretch.last);
            const bool isAll =
                gap.kind == kind && first <= last && SeqRange{first, last}.count() == count;
            if (isAll && std::ranges::find(own, gap.range, &Gap::range) == own.end()) {
                middle =
                    (m_scale.pixelAt(double(first.value)) + m_scale.pixelAt(double(last.value) + 1))
                    / 2;
            }
        });
        return middle;
    }

    /// From tick to tick. What is left of a step at the ends of the view has no room of its own.
    std::vector<SeqRange> stretches(qint64 step) const
    {
        std::vector<SeqRange> found;
        for (qint64 from = m_visible.first.value / step * step; from <= m_visible.last.value;
             from += step) {
            const SeqRange stretch{
                std::max(Seq{from}, Seq{1}),
                std::min(Seq{from + step - 1}, m_index.stream().highestKnownSeq())};
            const bool joins =
                !found.empty() && (isShort(found.back(), step) || isShort(stretch, step));
            if (joins)
                found.back().last = stretch.last;
            else
                found.push_back(stretch);
        }
        return found;
    }
    [[nodiscard]] bool isShort(SeqRange stretch, qint64 step) const
    {
        const Seq first = std::max(stretch.first, m_visible.first);
        const Seq last = std::min(stretch.last, m_visible.last);
        return SeqRange{first, last}.count() < step / 2;
    }

    /// In the middle of its stretch, or beside what stands there.
    bool findPlace(Sum &sum, const std::vector<GapLabel> &others) const
    {
        const double half = needed(sum.label) / 2 + 2;
        const double aside = sum.label.width / 2 - half;
        for (const double x : {sum.label.x, sum.middle - aside, sum.middle + aside}) {
            const bool isFree = std::ranges::none_of(others, [&](const GapLabel &other) {
                return std::abs(other.x - x) < half + needed(other) / 2;
            });
            if (isFree) {
                sum.label.x = x;
                return true;
            }
        }
        return false;
    }

    const TimelineIndex &m_index;
    const TimelineScale &m_scale;
    const TimelineLayoutOptions &m_options;
    SeqRange m_visible;
};

} // namespace

std::vector<GapLabel> layoutGapLabels(const TimelineIndex &index,
                                      const TimelineScale &scale,
                                      const TimelineLayoutOptions &options)
{
    const SeqRange visible = visibleSeqs(index, scale);
    if (visible.first > visible.last)
        return {};
    const double shortest = labelWidth({0, 0, GapKind::InternalOnly, 2, false}, options.digitWidth);
    const auto least = std::max<qint64>(2, qint64(std::ceil(shortest / scale.pixelsPerSeq())));
    std::vector<Gap> own;
    std::vector<GapLabel> labels;
    for (const Gap &gap : longGaps(index, visible, least)) {
        if (const std::optional<GapLabel> label = labelOf(gap, scale, options)) {
            own.push_back(gap);
            labels.push_back(*label);
        }
    }
    if (2 * scale.pixelsPerSeq() < shortest)
        SumLabels(index, scale, options).addTo(labels, own);
    return labels;
}

} // namespace Gapline
