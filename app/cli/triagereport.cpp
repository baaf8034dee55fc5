// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/triagereport.h"

#include "app/cli/countedword.h"
#include "app/cli/tableformatter.h"
#include "core/report/jsonline.h"

namespace Gapline {
namespace {

std::optional<qint64> ms(const std::optional<EpochMs> &time)
{
    return time ? std::optional(toEpochMs(*time)) : std::nullopt;
}

bool isListed(const TriageRun &run)
{
    return run.verdict == TriageVerdict::Lacking || run.verdict == TriageVerdict::Pending;
}

QByteArray triageJson(const Triage &triage)
{
    JsonLine json;
    json.beginObject();
    json.member("asOf", ms(triage.asOf));
    json.key("span");
    json.beginArray();
    for (const auto &end : {triage.span.from, triage.span.to}) {
        if (end)
            json.value(toEpochMs(*end));
        else
            json.null();
    }
    json.endArray();
    json.member("listed", triage.listed);
    json.member("terminal", qint64(triage.runs.size()));
    for (int i = 0; i < kTriageVerdictCount; ++i) {
        const QLatin1String name = triageVerdictName(TriageVerdict(i));
        json.member(name.data(), triage.of(TriageVerdict(i)));
    }
    json.key("runs");
    json.beginArray();
    for (const TriageRun &run : triage.runs) {
        if (!isListed(run))
            continue;
        json.beginObject();
        json.member("executionId", run.executionId.text());
        json.member("status", run.status);
        json.member("endedAt", toEpochMs(run.endedAt));
        json.member("verdict", QString(triageVerdictName(run.verdict)));
        json.member("sinceSeq", run.sinceSeq.value);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text() + '\n';
}

} // namespace

QByteArray triageText(const Triage &triage,
                      const QString &format,
                      TimeZoneChoice zone,
                      std::optional<int> columns)
{
    if (format == QLatin1String("json"))
        return triageJson(triage);
    const auto time = [zone](const std::optional<EpochMs> &at) {
        return at ? isoTime(*at, zone) : QStringLiteral("(unknown)");
    };
    QByteArray text =
        QStringLiteral(
            "%1 listed, %2 of them over: the log lacks the last event of %3, may still "
            "get that of %4, and has that of %5.\nOnly the event that ends a run was looked for; "
            "no "
            "stream was read. %6 ended when the log covers nothing, %7 are not subscribed. Log "
            "span: %8 to %9.\n")
            .arg(counted(triage.listed, QLatin1String("execution")))
            .arg(triage.runs.size())
            .arg(triage.of(TriageVerdict::Lacking))
            .arg(triage.of(TriageVerdict::Pending))
            .arg(triage.of(TriageVerdict::Proven))
            .arg(triage.of(TriageVerdict::NoEvidence))
            .arg(triage.of(TriageVerdict::NotSubscribed))
            .arg(time(triage.span.from), time(triage.span.to))
            .toUtf8();
    QList<QStringList> rows;
    for (const TriageRun &run : triage.runs) {
        if (isListed(run)) {
            rows.append({run.executionId.text(),
                         run.status,
                         isoTime(run.endedAt, zone),
                         triageVerdictName(run.verdict),
                         QString::number(run.sinceSeq.value)});
        }
    }
    if (!rows.isEmpty()) {
        text += '\n'
            + formatTable({{QStringLiteral("EXECUTION"), false, true},
                           {QStringLiteral("STATUS")},
                           {QStringLiteral("ENDED")},
                           {QStringLiteral("LAST EVENT")},
                           {QStringLiteral("READ AFTER SEQ"), true}},
                          rows,
                          columns);
    }
    return text;
}

} // namespace Gapline
