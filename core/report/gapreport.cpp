// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gapreport.h"

#include "core/report/jsonline.h"

namespace Gapline {

QByteArray seqKindName(SeqKind kind)
{
    switch (kind) {
    case SeqKind::Event:
        return QByteArrayLiteral("event");
    case SeqKind::Internal:
        return QByteArrayLiteral("internal");
    case SeqKind::Unknown:
        break;
    }
    return QByteArrayLiteral("unknown");
}

std::vector<SeqRun> findSeqRuns(const EventStream &stream)
{
    // Between two gaps there is nothing but events.
    std::vector<SeqRun> runs;
    Seq from{1};
    const auto addEventsBefore = [&runs, &from](Seq seq) {
        if (from < seq)
            runs.push_back({{from, seq.previous()}, SeqKind::Event});
    };
    for (const Gap &gap : findGaps(stream)) {
        addEventsBefore(gap.range.first);
        const bool isInternal = gap.kind == GapKind::InternalOnly;
        runs.push_back({gap.range, isInternal ? SeqKind::Internal : SeqKind::Unknown});
        from = gap.range.last.next();
    }
    addEventsBefore(stream.highestKnownSeq().next());
    return runs;
}

qint64 countSeqs(const std::vector<SeqRun> &runs, SeqKind kind)
{
    qint64 sum = 0;
    for (const SeqRun &run : runs) {
        if (run.kind == kind)
            sum += run.range.count();
    }
    return sum;
}

QByteArray gapReportJson(const EventStream &stream)
{
    const std::vector<SeqRun> runs = findSeqRuns(stream);
    JsonLine json;
    json.beginObject();
    json.member("executionId", stream.executionId().text());
    json.member("cursor", stream.state().coverage.last().value);
    json.member("complete", stream.state().knownEnd.has_value());
    json.member("events", qint64(stream.count()));
    json.member("internal", countSeqs(runs, SeqKind::Internal));
    json.member("unknown", countSeqs(runs, SeqKind::Unknown));
    json.key("scanned");
    json.beginArray();
    for (const SeqRange &range : stream.state().coverage.ranges()) {
        json.beginArray();
        json.value(range.first.value);
        json.value(range.last.value);
        json.endArray();
    }
    json.endArray();
    json.key("ranges");
    json.beginArray();
    for (const SeqRun &run : runs) {
        json.beginObject();
        json.member("from", run.range.first.value);
        json.member("to", run.range.last.value);
        json.member("kind", QString::fromLatin1(seqKindName(run.kind)));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

} // namespace Gapline
