// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconcileoptions.h"

#include "core/deliverylog/rowmapping.h"
#include "core/reconcile/retryhorizon.h"

namespace Gapline {
namespace {

using std::chrono::seconds;

constexpr qint64 kMostSeconds = 366 * 86'400;

QCommandLineOption option(const char *name, const char *value, const QString &description)
{
    return QCommandLineOption(QString::fromLatin1(name), description, QString::fromLatin1(value));
}

Result<std::optional<EpochMs>> timeOf(const QString &text, const char *name)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    const auto time = parseTime(text);
    if (!time) {
        return usageError(
            QStringLiteral("--%1 takes a time in ISO 8601 or as epoch ms, not \"%2\".")
                .arg(QLatin1String(name), text));
    }
    return time;
}

Result<LogSpan> spanFrom(const Arguments &arguments)
{
    if (!arguments.has(QLatin1String("span")))
        return LogSpan{};
    const QStringList ends = arguments.value(QLatin1String("span")).split(u',');
    if (ends.size() != 2)
        return usageError(QStringLiteral("--span takes FROM,TO; one of them may be empty."));
    const auto from = timeOf(ends.at(0), "span");
    if (!from)
        return Failure(from.error());
    const auto to = timeOf(ends.at(1), "span");
    if (!to)
        return Failure(to.error());
    if (*from && *to && **to < **from)
        return usageError(QStringLiteral("--span ends before it begins."));
    return LogSpan{*from, *to};
}

Result<RetrySchedule> scheduleFrom(const Arguments &arguments)
{
    auto schedule = arguments.has(QLatin1String("schedule"))
        ? parseSchedule(arguments.value(QLatin1String("schedule")))
        : Result<RetrySchedule>(directSchedule());
    const auto timeout = arguments.integer(QLatin1String("timeout"), 0, kMostSeconds);
    if (!timeout)
        return Failure(timeout.error());
    if (schedule && *timeout)
        schedule->timeout = seconds(**timeout);
    return schedule;
}

Result<QList<Secret>> secretsFrom(const Arguments &arguments,
                                  const QProcessEnvironment &environment)
{
    QList<Secret> secrets;
    for (const QString &name : arguments.values(QLatin1String("secret-env"))) {
        const QByteArray secret = environment.value(name).toUtf8();
        if (secret.isEmpty()) {
            return usageError(
                QStringLiteral("--secret-env: the environment holds no \"%1\".").arg(name));
        }
        secrets.append(Secret(secret));
    }
    return secrets;
}

Result<QMap<QString, QString>> mappingFrom(const Arguments &arguments)
{
    QMap<QString, QString> mapping;
    for (const QString &text : arguments.values(QLatin1String("map"))) {
        const qsizetype sign = text.indexOf(u'=');
        if (sign < 0)
            return usageError(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\".").arg(text));
        mapping.insert(text.left(sign), text.mid(sign + 1));
    }
    if (const auto checked = RowMapping::corrected(mapping); !checked)
        return Failure(checked.error());
    return mapping;
}

} // namespace

QList<QCommandLineOption> reconcileOptions()
{
    return {
        option("deliveries",
               "FILE",
               QStringLiteral(
                   "A receiver's log: NDJSON, JSON, CSV or TSV, gzip'd or not. Repeat it, or "
                   "name further files behind it.")),
        option("imported",
               "RECEIVER",
               QStringLiteral("The log that the window imported for this receiver, from the cache; "
                              "no file is needed.")),
        option("map",
               "FIELD=COLUMN",
               QStringLiteral(
                   "Read this field from that column or path; repeatable. Fields: receivedAt, "
                   "status, attempt, eventId, executionId, seq, type, body, signature, "
                   "webhookId, webhookTimestamp.")),
        option("subscribed",
               "T,T",
               QStringLiteral("The event types that the receiver subscribed to; default all.")),
        option("override",
               "EXECUTION",
               QStringLiteral(
                   "This execution was dispatched with a webhook of its own, so all types are "
                   "expected; repeatable.")),
        option("schedule",
               "S",
               QStringLiteral(
                   "When the sender retries: direct (default), advanced, or seconds after the "
                   "first attempt such as 0,2,10.")),
        option("timeout", "S", QStringLiteral("Seconds that one attempt may take.")),
        option("span",
               "FROM,TO",
               QStringLiteral("The time that the log covers; default its first to its last row.")),
        option("late", "S", QStringLiteral("Later than so many seconds is late; default 10.")),
        option("as-of",
               "TIME",
               QStringLiteral(
                   "\"Now\", which decides whether a retry may still come; default the end of "
                   "the span.")),
        option("secret-env",
               "NAME",
               QStringLiteral("Check signatures with the secret in this environment variable; "
                              "repeatable while a secret is rotated.")),
        option(
            "verdict",
            "V",
            QStringLiteral("List only findings of this verdict; repeatable. Totals stay whole.")),
        QCommandLineOption(
            QStringLiteral("check"),
            QStringLiteral("Exit with status 8 when webhooks were missed, and with 7 "
                           "when not one row of a log could be read.")),
        QCommandLineOption(
            QStringLiteral("triage"),
            QStringLiteral("Before any stream is read: from executions/list alone (with --offline, "
                           "as it was cached), the runs that are over and whose last event the log "
                           "lacks. table and json.")),
        option(
            "case-file",
            "FILE",
            QStringLiteral("Write the whole comparison there, to be opened elsewhere with --case: "
                           "events, deliveries, verdicts, what was assumed. No secrets.")),
        option("note", "TEXT", QStringLiteral("A note that goes into --case-file; repeatable.")),
        QCommandLineOption(
            QStringLiteral("unmasked"),
            QStringLiteral("Leave payload values in --case-file that may be secrets, such as "
                           "resumeKey.")),
        option(
            "case",
            "FILE",
            QStringLiteral("Show the comparison that a case file holds: neither cache nor log nor "
                           "credentials are needed.")),
        option("recovery-pack",
               "DIR",
               QStringLiteral("Write the missed events there: bodies, a curl script, sinceSeq.")),
    };
}

Result<ReceiverProfile> receiverFrom(const Arguments &arguments,
                                     const QProcessEnvironment &environment)
{
    ReceiverProfile receiver;
    for (const QString &list : arguments.values(QLatin1String("subscribed"))) {
        for (const QString &type : list.split(u',', Qt::SkipEmptyParts))
            receiver.subscribedTypes.append(type.trimmed());
    }
    if (arguments.has(QLatin1String("subscribed")) && receiver.subscribedTypes.isEmpty())
        return usageError(QStringLiteral("--subscribed takes event types; without it all are."));
    for (const QString &id : arguments.values(QLatin1String("override")))
        receiver.ownWebhook.insert(ExecutionId(id));
    const auto schedule = scheduleFrom(arguments);
    if (!schedule)
        return Failure(schedule.error());
    receiver.schedule = *schedule;
    const auto span = spanFrom(arguments);
    if (!span)
        return Failure(span.error());
    receiver.span = *span;
    const auto late = arguments.integer(QLatin1String("late"), 0, kMostSeconds);
    if (!late)
        return Failure(late.error());
    if (*late)
        receiver.lateThreshold = seconds(**late);
    const auto asOf = timeOf(arguments.value(QLatin1String("as-of")), "as-of");
    if (!asOf)
        return Failure(asOf.error());
    receiver.asOf = *asOf;
    const auto secrets = secretsFrom(arguments, environment);
    if (!secrets)
        return Failure(secrets.error());
    receiver.secrets = *secrets;
    const auto mapping = mappingFrom(arguments);
    if (!mapping)
        return Failure(mapping.error());
    receiver.mapping = *mapping;
    return receiver;
}

Result<FindingFilter> findingFilterFrom(const Arguments &arguments)
{
    FindingFilter filter;
    for (const QString &name : arguments.values(QLatin1String("verdict"))) {
        if (const auto verdict = findVerdict(name)) {
            filter.events.insert(*verdict);
        } else if (const auto row = findRowVerdict(name)) {
            filter.rows.insert(*row);
        } else {
            QStringList names;
            for (const Verdict known : kVerdicts)
                names.append(verdictName(known));
            for (int i = 0; i < kRowVerdictCount; ++i)
                names.append(rowVerdictName(RowVerdict(i)));
            return usageError(QStringLiteral("--verdict takes one of %1, not \"%2\".")
                                  .arg(names.join(QStringLiteral(", ")), name));
        }
    }
    return filter;
}

} // namespace Gapline
