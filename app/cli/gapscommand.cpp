// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gapscommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/countedword.h"
#include "app/cli/output.h"
#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"
#include "core/report/csvcell.h"
#include "core/report/gapreport.h"
#include "core/report/jsonline.h"

namespace Gapline {
namespace {

/// What people read: never a word like missing or lost for seqs that internal events took.
QString kindWords(SeqKind kind)
{
    switch (kind) {
    case SeqKind::Event:
        return QStringLiteral("event");
    case SeqKind::Internal:
        return QStringLiteral("internal-only");
    case SeqKind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

/// "2 appeared late: seq 4, 9"; empty for most.
QString lateWords(const EventStream &stream, SeqRange range)
{
    constexpr int kNamed = 10;
    QStringList named;
    int count = 0;
    for (qsizetype i = stream.lowerBound(range.first);
         stream.state().lateCount > 0 && i < stream.count() && stream.seqAt(i) <= range.last;
         ++i) {
        if (!stream.flagsAt(i).testFlag(EventFlag::AppearedLate))
            continue;
        if (++count <= kNamed)
            named << QString::number(stream.seqAt(i).value);
    }
    if (count == 0)
        return {};
    return QStringLiteral("%1 appeared late: seq %2%3")
        .arg(count)
        .arg(named.join(QLatin1String(", ")), count > kNamed ? QStringLiteral(", ...") : QString());
}

QString placeWords(const EventStream &stream, SeqRange range, SeqKind kind)
{
    switch (kind) {
    case SeqKind::Event:
        return lateWords(stream, range);
    case SeqKind::Internal:
        return QStringLiteral("scanned; engine-internal events took these seqs");
    case SeqKind::Unknown:
        break;
    }
    return QStringLiteral("not scanned yet");
}

/// What the audit has found beside the gaps, and what it means for them: a line each, none for most streams.
QStringList doubtLines(const StreamState &state)
{
    QStringList lines;
    if (state.lateCount > 0) {
        lines << QStringLiteral(
                     "%1 appeared late, where an earlier scan had found no event: internal-only "
                     "says what the last scan showed (sync --verify scans all again)")
                     .arg(state.lateCount);
    }
    if (state.conflictCount > 0)
        lines << QStringLiteral("%1 with changed content; all versions are kept")
                     .arg(state.conflictCount);
    if (state.goneCount > 0)
        lines << QStringLiteral("%1 gone: kept, but no longer returned by the API")
                     .arg(state.goneCount);
    return lines;
}

QString endWords(const StreamState &state)
{
    if (state.isComplete)
        return QStringLiteral("complete");
    return state.knownEnd ? QStringLiteral("end reached, but not all before it scanned")
                          : QStringLiteral("not complete");
}

QByteArray summaryLine(const EventStream &stream, const std::vector<SeqRun> &runs)
{
    QString text =
        QStringLiteral("%1: %2, %3, %4 unknown; cursor %5, %6")
            .arg(displayText(stream.executionId().text()))
            .arg(counted(stream.count(), QLatin1String("event")))
            .arg(counted(countSeqs(runs, SeqKind::Internal), QLatin1String("internal-only seq")))
            .arg(countSeqs(runs, SeqKind::Unknown))
            .arg(stream.state().coverage.last().value)
            .arg(endWords(stream.state()));
    for (const QString &line : doubtLines(stream.state()))
        text += QStringLiteral("\n  ") + line;
    return text.toUtf8() + '\n';
}

QByteArray tableOf(const EventStream &stream, std::optional<int> columns)
{
    const std::vector<SeqRun> runs = findSeqRuns(stream);
    QList<QStringList> rows;
    for (const SeqRun &run : runs) {
        rows << QStringList{QString::number(run.range.first.value),
                            QString::number(run.range.last.value),
                            QString::number(run.range.count()),
                            kindWords(run.kind),
                            placeWords(stream, run.range, run.kind)};
    }
    return summaryLine(stream, runs)
        + formatTable({{QStringLiteral("FROM"), true},
                       {QStringLiteral("TO"), true},
                       {QStringLiteral("SEQS"), true},
                       {QStringLiteral("KIND")},
                       {QStringLiteral("MEANING")}},
                      rows,
                      columns);
}

QByteArray csvOf(const EventStream &stream)
{
    const QByteArray execution =
        csvCell(stream.executionId().text().toUtf8(), CellSafety::Neutralised);
    QByteArray text = QByteArrayLiteral("executionId,from,to,kind,seqs\r\n");
    for (const SeqRun &run : findSeqRuns(stream)) {
        text += execution + ',' + QByteArray::number(run.range.first.value) + ','
            + QByteArray::number(run.range.last.value) + ',' + seqKindName(run.kind) + ','
            + QByteArray::number(run.range.count()) + "\r\n";
    }
    return text;
}

QByteArray ndjsonOf(const EventStream &stream)
{
    QByteArray text;
    for (const SeqRun &run : findSeqRuns(stream)) {
        JsonLine line;
        line.beginObject();
        line.member("executionId", stream.executionId().text());
        line.member("from", run.range.first.value);
        line.member("to", run.range.last.value);
        line.member("kind", QString::fromLatin1(seqKindName(run.kind)));
        line.endObject();
        text += line.text() + '\n';
    }
    return text;
}

QByteArray reportOf(const EventStream &stream, const QString &format, std::optional<int> columns)
{
    if (format == QLatin1String("table"))
        return tableOf(stream, columns);
    if (format == QLatin1String("csv"))
        return csvOf(stream);
    if (format == QLatin1String("ndjson"))
        return ndjsonOf(stream);
    return gapReportJson(stream) + '\n';
}

} // namespace

GapsCommand::GapsCommand()
    : SessionCommand(
        {QStringLiteral("gaps"),
         QStringLiteral("EXECUTION"),
         QStringLiteral("Say what every seq of one execution is: event, internal-only, unknown"),
         QStringLiteral("Syncs the execution first, then answers from the cache; with --offline "
                        "only the cache is asked. A seq that was scanned and holds no event was "
                        "taken by an engine-internal event: nothing is amiss there. A seq that was "
                        "not scanned is unknown.\n\n"
                        "Without --format, results that do not go to a terminal are json.")},
        fourFormats(),
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> GapsCommand::ownOptions() const
{
    return outputOptions(formats())
        + QList<QCommandLineOption>{sinceSeqOption(), pageSizeOption(), offlineOption()};
}

Result<SessionCommand::Work> GapsCommand::prepare(const Arguments &arguments,
                                                  const SharedChoices &shared,
                                                  CliContext &context) const
{
    const auto execution = onlyExecution(arguments);
    if (!execution)
        return Failure(execution.error());
    return [=, &arguments, &context, id = *execution](Session &session) -> Result<ExitStatus> {
        const auto stream = session.stream(id, shared.pageSize, shared.since);
        if (!stream)
            return Failure(stream.error());
        return writeReport(arguments, context.console(), [&](const Output &output) {
            return reportOf(**stream, shared.format, output.columns());
        });
    };
}

} // namespace Gapline
