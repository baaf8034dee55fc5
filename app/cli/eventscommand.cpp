// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventscommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/eventtable.h"
#include "app/cli/output.h"
#include "app/cli/payloadreader.h"
#include "core/report/csvwriter.h"
#include "core/report/ndjsonwriter.h"

namespace Gapline {
namespace {

/// Everything that the words ask for.
struct EventsRequest
{
    ExecutionId executionId;
    EventFilter filter;
    SharedChoices shared;
    bool withGaps = false;
    CsvOptions csv;
};

Result<EventsRequest> requestFrom(const Arguments &arguments, const SharedChoices &shared)
{
    const auto execution = onlyExecution(arguments);
    if (!execution)
        return Failure(execution.error());
    const auto filter = filterFrom(arguments);
    if (!filter)
        return Failure(filter.error());

    EventsRequest request;
    request.executionId = *execution;
    request.filter = *filter;
    request.shared = shared;
    request.withGaps = arguments.has(QLatin1String("with-gaps"));
    request.csv.hasByteOrderMark = arguments.has(QLatin1String("bom"));
    if (arguments.has(QLatin1String("raw-cells")))
        request.csv.safety = CellSafety::Raw;
    const bool isCsv = shared.format == QLatin1String("csv");
    const bool hasGapRows = isCsv || shared.format == QLatin1String("table");
    if (request.withGaps && !hasGapRows)
        return usageError(QStringLiteral("--with-gaps goes with --format csv or table."));
    if (!isCsv && (request.csv.hasByteOrderMark || request.csv.safety == CellSafety::Raw))
        return usageError(QStringLiteral("--bom and --raw-cells go with --format csv."));
    return request;
}

/// From executions/get, where it has answered.
Result<QHash<QByteArray, QByteArray>> nodeIds(Cache &cache, const ExecutionId &executionId)
{
    const auto execution = cache.loadExecution(executionId).result();
    if (!execution)
        return Failure(execution.error());
    return *execution ? nodeIdsOf(**execution) : QHash<QByteArray, QByteArray>();
}

Result<qint64>
writeRows(const EventsRequest &request, const StreamRows &rows, Session &session, Output &output)
{
    const PayloadSource payloads = readAhead(session.cache(), rows);
    const KeepGoing keepGoing = [](qint64) { return !Interrupt::isRequested(); };
    if (request.shared.format == QLatin1String("ndjson"))
        return writeNdjson(rows, payloads, output.device(), keepGoing);
    if (request.shared.format == QLatin1String("json"))
        return writeJsonArray(rows, payloads, output.device(), keepGoing);
    if (request.shared.format == QLatin1String("table")) {
        const EventTableOptions options{request.shared.zone, output.columns()};
        return writeEventTable(rows, payloads, options, output.device(), keepGoing);
    }
    CsvOptions options = request.csv;
    const auto nodes = nodeIds(session.cache(), request.executionId);
    if (!nodes)
        return Failure(nodes.error());
    options.nodeIds = *nodes;
    return writeCsv(rows, payloads, options, output.device(), keepGoing);
}

Result<StreamRows>
rowsOf(const EventsRequest &request, const EventStreamPtr &stream, Session &session)
{
    const GapRows gapRows = request.withGaps ? GapRows::All : GapRows::None;
    if (request.filter.isEmpty())
        return StreamRows(stream, gapRows);
    const auto indexes = matchEvents(session.cache(), stream, request.filter);
    if (!indexes)
        return Failure(indexes.error());
    return StreamRows(stream, *indexes, request.filter, gapRows);
}

Result<ExitStatus> answer(const EventsRequest &request,
                          const Arguments &arguments,
                          CliContext &context,
                          Session &session)
{
    const auto stream =
        session.stream(request.executionId, request.shared.pageSize, request.filter.sinceSeq);
    if (!stream)
        return Failure(stream.error());
    const auto rows = rowsOf(request, *stream, session);
    if (!rows)
        return Failure(rows.error());
    auto output = Output::open(arguments, context.console());
    if (!output)
        return Failure(output.error());
    context.console().endProgress();
    const Result<qint64> written = writeRows(request, *rows, session, **output);
    if (!written)
        return Failure(written.error());
    if (const Result<void> finished = (*output)->finish(); !finished)
        return Failure(finished.error());
    return ExitStatus::Done;
}

} // namespace

EventsCommand::EventsCommand()
    : SessionCommand(
        {QStringLiteral("events"),
         QStringLiteral("EXECUTION"),
         QStringLiteral("Print or export the events of one execution"),
         QStringLiteral("Syncs the execution first, then answers from the cache; with --offline "
                        "only the cache is asked. When the sync fails, nothing is written to "
                        "standard output: what is stored already can be had with --offline.\n\n"
                        "With --since-seq N only seqs after N are fetched; what lies before stays "
                        "in the cache as it is.\n\n"
                        "Without --format, results that do not go to a terminal are csv.")},
        fourFormats(),
        QStringLiteral("csv"))
{ }

QList<QCommandLineOption> EventsCommand::ownOptions() const
{
    return filterOptions() + outputOptions(formats())
        + QList<QCommandLineOption>{
            QCommandLineOption(
                QStringLiteral("with-gaps"),
                QStringLiteral("csv, table: a row per gap, of type (internal-only) or (unknown). Of "
                               "the filters only --since-seq and --until-seq cut gaps.")),
            QCommandLineOption(QStringLiteral("bom"),
                               QStringLiteral("csv: begin with a byte-order mark.")),
            QCommandLineOption(
                QStringLiteral("raw-cells"),
                QStringLiteral("csv: leave cells alone that a spreadsheet would run as a formula; "
                               "else they get a leading apostrophe.")),
        }
        + timeOptions() + QList<QCommandLineOption>{pageSizeOption(), offlineOption()};
}

Result<SessionCommand::Work> EventsCommand::prepare(const Arguments &arguments,
                                                    const SharedChoices &shared,
                                                    CliContext &context) const
{
    const auto request = requestFrom(arguments, shared);
    if (!request)
        return Failure(request.error());
    return [&arguments, &context, request = *request](Session &session) {
        return answer(request, arguments, context, session);
    };
}

} // namespace Gapline
