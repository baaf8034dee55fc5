// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/streamcomparison.h"

#include "core/domain/wording.h"
#include "core/sync/alarms.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Gapline {
namespace {

QString seqsText(const SeqSet &seqs)
{
    constexpr size_t kNamed = 10;
    QStringList parts;
    for (size_t i = 0; i < std::min(seqs.ranges().size(), kNamed); ++i) {
        const SeqRange &range = seqs.ranges()[i];
        parts << (range.count() == 1
                      ? QString::number(range.first.value)
                      : QStringLiteral("%1–%2").arg(range.first.value).arg(range.last.value));
    }
    if (seqs.ranges().size() > kNamed)
        parts << CoreText::tr("%1 more ranges").arg(seqs.ranges().size() - kNamed);
    return parts.join(QStringLiteral(", "));
}

void addTo(std::vector<Seq> &seqs, const std::vector<Seq> &more)
{
    std::vector<Seq> sorted = more;
    std::ranges::sort(sorted);
    std::vector<Seq> all;
    std::ranges::set_union(seqs, sorted, std::back_inserter(all));
    seqs = std::move(all);
}

/// The parts of `a` that are not in `b`.
SeqSet without(const SeqSet &a, const SeqSet &b)
{
    SeqSet rest;
    for (const SeqRange &range : a.ranges()) {
        for (const SeqRange &part : b.missingWithin(range))
            rest.add(part);
    }
    return rest;
}

qint64 eventsWithin(const EventStream &stream, const SeqSet &seqs)
{
    qint64 count = 0;
    for (const SeqRange &range : seqs.ranges())
        count += stream.lowerBound(range.last.next()) - stream.lowerBound(range.first);
    return count;
}

} // namespace

StreamComparison::StreamComparison(EventStreamPtr before, EpochMs now)
    : m_before(std::move(before))
{
    m_found.executionId = m_before->executionId();
    m_found.checkedAt = now;
}

void StreamComparison::take(const PageStored &stored)
{
    if (stored.scanned.count() > 0)
        m_found.scanned.add(stored.scanned);
    addTo(m_found.changed, stored.conflicts);
    addTo(m_found.gone, stored.gone);
    addTo(m_found.late, stored.late);
    m_found.firstSeen += stored.newEvents - stored.lateEvents;
}

StreamDifferences StreamComparison::result(bool isWhole) const
{
    StreamDifferences differences = m_found;
    const SeqSet &before = m_before->state().coverage;
    differences.isWhole = isWhole;
    differences.firstScanned = without(m_found.scanned, before);
    if (isWhole)
        differences.notReached = without(before, m_found.scanned);
    const auto wasStored = [this](Seq seq) { return m_before->indexOf(seq).has_value(); };
    // What another process stored meanwhile was not there before, and is not confirmed either.
    differences.confirmed = eventsWithin(*m_before, m_found.scanned)
        - std::ranges::count_if(m_found.changed, wasStored)
        - std::ranges::count_if(m_found.gone, wasStored);
    return differences;
}

std::optional<Error> StreamDifferences::alarm() const
{
    if (!changed.empty())
        return changedEventsAlarm(changed);
    if (!gone.empty())
        return goneEventsAlarm(gone);
    return std::nullopt;
}

QStringList differenceSentences(const StreamDifferences &differences)
{
    QStringList sentences;
    if (!differences.changed.empty())
        sentences << changedEventsAlarm(differences.changed).message;
    if (!differences.gone.empty())
        sentences << goneEventsAlarm(differences.gone).message;
    if (!differences.late.empty()) {
        sentences << CoreText::tr("Appeared late: seq %1 had been scanned before without an "
                                  "event; what came now is stored and marked.")
                         .arg(namedSeqs(differences.late));
    }
    if (!differences.notReached.isEmpty()) {
        sentences << CoreText::tr("Coverage differs: seq %1 had been scanned before, but the API "
                                  "now ends before; what is stored is kept.")
                         .arg(seqsText(differences.notReached));
    }
    return sentences;
}

QString verificationSummary(const StreamDifferences &differences)
{
    const QString scanned = differences.scanned.isEmpty()
        ? CoreText::tr("Nothing was read")
        : CoreText::tr("Seq %1 read again").arg(seqsText(differences.scanned));
    QStringList parts{scanned
                      + (differences.isWhole ? QString() : CoreText::tr(", not to the end"))};
    parts << (differences.confirmed == 1
                  ? CoreText::tr("1 event as stored")
                  : CoreText::tr("%1 events as stored").arg(differences.confirmed));
    if (!differences.changed.empty())
        parts << CoreText::tr("%1 changed").arg(differences.changed.size());
    if (!differences.gone.empty())
        parts << CoreText::tr("%1 gone").arg(differences.gone.size());
    if (!differences.late.empty())
        parts << CoreText::tr("%1 appeared late").arg(differences.late.size());
    if (const qint64 seqs = differences.notReached.count(); seqs > 0) {
        parts << (seqs == 1 ? CoreText::tr("1 seq no longer reached")
                            : CoreText::tr("%1 seqs no longer reached").arg(seqs));
    }
    if (differences.firstSeen > 0)
        parts << CoreText::tr("%1 new").arg(differences.firstSeen);
    return parts.join(QStringLiteral("; ")) + u'.';
}

} // namespace Gapline
