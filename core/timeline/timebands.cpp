// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timebands.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// How far bands reach over the edges of the view: a pixel position of 10^15 draws badly.
constexpr double kBeyond = 32;
/// Runs of bands are cut, so that their sums say where the seqs are.
constexpr double kLongestRun = 160;
constexpr double kLabelPadding = 5;

class Bands
{
public:
    Bands(const TimeIndex &index,
          const TimeColumns &columns,
          const TimelineLayoutOptions &options,
          TimelineScene &scene)
        : m_index(index)
        , m_columns(columns)
        , m_digitWidth(options.digitWidth)
        , m_scene(scene)
    { }

    void layOut()
    {
        const std::span<const quint32> bounds = m_columns.bounds();
        for (size_t i = 0; i < m_columns.count(); ++i) {
            if (bounds[i] == bounds[i + 1])
                continue;
            addBefore(bounds[i]);
            // Those between the events of one column have no more than this column.
            const TimeIndex::Hidden inside = m_index.hiddenBefore(bounds[i] + 1, bounds[i + 1]);
            const double x = (m_columns.firstColumn() + qint32(i)) / m_scene.devicePixelRatio;
            add(x, x + m_scene.columnWidth(), inside, seqsOf(bounds[i], bounds[i + 1]), true);
        }
        if (bounds.back() < m_index.times().size())
            addBefore(bounds.back());
        else
            addTrailing();
        finish();
    }

private:
    [[nodiscard]] double pixelOf(qint64 time) const
    {
        return m_scene.scale.pixelAt(m_index.axis().positionOf(time));
    }

    [[nodiscard]] SeqRange seqsOf(quint32 fromPlace, quint32 toPlace) const
    {
        const EventStream &stream = m_index.events().stream();
        const Seq a = stream.seqAt(m_index.eventAt(fromPlace));
        const Seq b = stream.seqAt(m_index.eventAt(toPlace - 1));
        return {std::min(a, b), std::max(a, b)};
    }

    /// The seqs right before the event at this place.
    void addBefore(quint32 place)
    {
        const TimeIndex::Hidden hidden = m_index.hiddenBefore(place, place + 1);
        if (hidden.count() == 0)
            return;
        const EventStream &stream = m_index.events().stream();
        const Seq seq = stream.seqAt(m_index.eventAt(place));
        const Seq last = seq.previous();
        const auto around = m_index.timesAround({last, last});
        const double here = pixelOf(m_index.times()[place]);
        const double there = around.first ? pixelOf(*around.first)
                                          : m_scene.scale.pixelAt(m_index.axis().whole().from);
        const Seq first{std::max(last.value - hidden.count() + 1, qint64(1))};
        add(std::min(here, there), std::max(here, there), hidden, {first, last}, false);
    }

    void addTrailing()
    {
        const TimeIndex::Hidden hidden = m_index.hiddenAfterAll();
        if (hidden.count() == 0)
            return;
        const Seq highest = m_index.events().stream().highestKnownSeq();
        const auto around = m_index.timesAround({highest, highest});
        const double left = around.first ? pixelOf(*around.first) : -kBeyond;
        const Seq first{highest.value - hidden.count() + 1};
        add(left,
            m_scene.scale.pixelAt(m_index.axis().whole().to),
            hidden,
            {first, highest},
            false);
    }

    void
    add(double left, double right, const TimeIndex::Hidden &hidden, SeqRange seqs, bool isMerged)
    {
        if (hidden.internal > 0)
            addKind(
                m_internal, GapKind::InternalOnly, left, right, hidden.internal, seqs, isMerged);
        if (hidden.unknown > 0)
            addKind(m_unknown, GapKind::Unknown, left, right, hidden.unknown, seqs, isMerged);
    }

    void addKind(std::vector<GapColumn> &bands,
                 GapKind kind,
                 double left,
                 double right,
                 qint64 count,
                 SeqRange seqs,
                 bool isMerged)
    {
        left = std::max(left, -kBeyond);
        right = std::min(right, m_scene.scale.width() + kBeyond);
        const double width = std::max(right - left, 1.0);
        if (left > m_scene.scale.width() + kBeyond || right < -kBeyond)
            return;
        // What is too narrow to be told apart from the one beside it becomes a part of it.
        constexpr double kApart = 3;
        if (!bands.empty()) {
            GapColumn &last = bands.back();
            const bool touches = left <= last.x + last.width + 0.5;
            const bool isNarrow = width < kApart && (last.width < kApart || last.isMerged);
            if (touches && isNarrow && last.width < kLongestRun) {
                last.width = std::max(last.width, left + width - last.x);
                last.range = {std::min(last.range.first, seqs.first),
                              std::max(last.range.last, seqs.last)};
                last.seqCount += count;
                last.isMerged = true;
                return;
            }
        }
        bands.push_back({left, width, kind, seqs, count, 255, isMerged});
    }

    void finish()
    {
        for (std::vector<GapColumn> *bands : {&m_internal, &m_unknown}) {
            for (GapColumn &band : *bands) {
                addLabel(band);
                // The moment of an event parts what lies before it from what lies behind.
                if (band.width > 6)
                    band.width -= 1;
                m_scene.bands.push_back(band);
            }
        }
        m_scene.gaps = m_unknown;
    }

    void addLabel(const GapColumn &band)
    {
        const double left = std::max(band.x, 0.0);
        const double right = std::min(band.x + band.width, m_scene.scale.width());
        const auto digits = double(QString::number(band.seqCount).size());
        const double needed =
            (digits + std::floor((digits - 1) / 3) + (band.isMerged ? 2 : 0)) * m_digitWidth
            + 2 * kLabelPadding;
        if (right - left < needed)
            return;
        m_scene.gapLabels.push_back(
            {(left + right) / 2, right - left, band.kind, band.seqCount, band.isMerged});
    }

    const TimeIndex &m_index;
    const TimeColumns &m_columns;
    double m_digitWidth;
    TimelineScene &m_scene;
    std::vector<GapColumn> m_internal;
    std::vector<GapColumn> m_unknown;
};

} // namespace

void layoutTimeBands(const TimeIndex &index,
                     const TimeColumns &columns,
                     const TimelineLayoutOptions &options,
                     TimelineScene &scene)
{
    if (!index.axis().isEmpty())
        Bands(index, columns, options, scene).layOut();
}

} // namespace Gapline
