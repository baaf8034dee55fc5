// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/recoverypack.h"

#include "core/domain/eventjson.h"
#include "core/domain/wording.h"
#include "core/report/eventslices.h"
#include "core/report/jsonline.h"
#include "core/report/replaypack.h"
#include "core/report/rowexport.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace Gapline {
namespace {

constexpr auto kBodiesFile = "missed.ndjson";
constexpr auto kScriptFile = "replay.sh";
constexpr auto kSinceFile = "since-seq.ndjson";

/// Sends one body a call; dry run first (reconcile.md, "What can be done about it").
constexpr char kScriptHead[] = R"SH(#!/bin/sh
# Posts the missed events again, oldest seq first within each execution.
#   RECEIVER_URL=https://... RECEIVER_SECRET=... sh replay.sh          says what would be sent
#   RECEIVER_URL=https://... RECEIVER_SECRET=... sh replay.sh --send   sends it
# Stops on the second failure. Needs curl and python3; the secret is read from the environment alone.
set -u
: "${RECEIVER_URL:?set it to the address of the receiver}"
: "${RECEIVER_SECRET:?set it to the secret of the webhook}"
export RECEIVER_SECRET
# A name before "@" would make another host look like this one.
case "$RECEIVER_URL" in
    http://*@*) echo "replay: no user in an http address" >&2; exit 2 ;;
    https://*|http://127.0.0.1[:/]*|http://localhost[:/]*|'http://[::1]'[:/]*) ;;
    *) echo "replay: https only, except on loopback" >&2; exit 2 ;;
esac
mode=${1:-}
sent=0
failed=0
sign() {
    python3 -c 'import hashlib, hmac, os, sys
print(hmac.new(os.environb[b"RECEIVER_SECRET"], sys.stdin.buffer.read(), hashlib.sha256).hexdigest())'
}
post() {
    if [ "$mode" != --send ]; then
        sent=$((sent + 1))
        return
    fi
    signature=$(printf '%s' "$2" | sign) || exit 1
    if printf '%s' "$2" | curl --silent --show-error --fail --output /dev/null --max-time 10 --max-redirs 0 \
        --noproxy localhost,127.0.0.1,::1 --proto =https,http --header 'content-type: application/json' --header "x-velt-event-id: $1" \
        --header "x-velt-signature: sha256=$signature" --header 'x-velt-attempt: 0' \
        --header 'x-gapline-replay: 1' --data-binary @- "$RECEIVER_URL"; then
        sent=$((sent + 1))
        sleep 0.2
    else
        failed=$((failed + 1))
        echo "replay: failed: $1" >&2
        [ "$failed" -lt 2 ] || { echo "replay: stopped after $sent sent" >&2; exit 1; }
    fi
}
)SH";

constexpr char kScriptTail[] = R"SH(if [ "$mode" = --send ]; then
    echo "$sent sent, $failed failed"
else
    events=events
    [ "$sent" -ne 1 ] || events=event
    echo "$sent $events would be sent; nothing was. Add --send to send them."
fi
)SH";

/// The files of a pack, written as one goes along.
class PackFile
{
public:
    PackFile(const QString &directory, const QString &name)
        : m_file(QDir(directory).filePath(name))
    { }

    Result<void> open() { return m_file.open(QIODevice::WriteOnly) ? Result<void>() : failed(); }
    Result<void> write(const QByteArray &bytes)
    {
        return m_file.write(bytes) == bytes.size() ? Result<void>() : failed();
    }
    Result<void> commit() { return m_file.commit() ? Result<void>() : failed(); }

private:
    Result<void> failed() const
    {
        return failure(
            ErrorId::FileUnwritable,
            CoreText::tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
    }

    QSaveFile m_file;
};

std::vector<quint32> executionsByName(const ReconcileReport &report)
{
    std::vector<quint32> order;
    for (size_t i = 0; i < report.input.executions.size(); ++i)
        order.push_back(quint32(i));
    std::ranges::sort(order, {}, [&report](quint32 i) -> const QString & {
        return report.input.executions[i].stream->executionId().text();
    });
    return order;
}

class PackWriter
{
public:
    PackWriter(const ReconcileReport &report,
               const PayloadSource &payloads,
               const QString &directory)
        : m_report(report)
        , m_payloads(payloads)
        , m_bodies(directory, QLatin1String(kBodiesFile))
        , m_replay(directory, QLatin1String(kReplayFile))
        , m_script(directory, QLatin1String(kScriptFile))
        , m_since(directory, QLatin1String(kSinceFile))
    { }

    Result<qint64> run()
    {
        for (PackFile *file : {&m_bodies, &m_replay, &m_script, &m_since}) {
            if (const auto opened = file->open(); !opened)
                return Failure(opened.error());
        }
        Result<void> result = m_script.write(kScriptHead);
        if (result) {
            result = forEachMissed(
                m_report, m_payloads, {}, [this](const Webhook &webhook) { return add(webhook); });
        }
        if (result)
            result = addSince();
        if (result)
            result = m_script.write(kScriptTail);
        for (PackFile *file : {&m_bodies, &m_replay, &m_script, &m_since}) {
            if (result)
                result = file->commit();
        }
        if (!result)
            return Failure(result.error());
        return m_count;
    }

private:
    Result<void> add(const Webhook &webhook)
    {
        ++m_count;
        Result<void> result = m_bodies.write(webhook.body + '\n');
        if (result)
            result = m_replay.write(replayLine(webhook) + '\n');
        if (result) {
            result = m_script.write("post " + shellQuoted(webhook.eventId) + ' '
                                    + shellQuoted(webhook.body) + '\n');
        }
        return result;
    }

    Result<void> addSince()
    {
        QByteArray text;
        for (const RecoverySince &since : recoverySince(m_report)) {
            JsonLine json;
            json.beginObject();
            json.member("executionId", since.executionId.text());
            json.member("sinceSeq", since.sinceSeq.value);
            json.member("missed", since.missed);
            json.endObject();
            text += json.text() + '\n';
        }
        return m_since.write(text);
    }

    const ReconcileReport &m_report;
    const PayloadSource &m_payloads;
    PackFile m_bodies;
    PackFile m_replay;
    PackFile m_script;
    PackFile m_since;
    qint64 m_count = 0;
};

} // namespace

std::vector<RecoverySince> recoverySince(const ReconcileReport &report)
{
    std::vector<RecoverySince> result;
    for (const quint32 index : executionsByName(report)) {
        const EventStream &stream = *report.input.executions[index].stream;
        const ExecutionFinding &finding = report.result.executions[index];
        const auto first =
            std::ranges::find(finding.events, Verdict::Missed, &EventVerdict::verdict);
        if (first == finding.events.end())
            continue;
        const Seq seq = stream.seqAt(first - finding.events.begin());
        result.push_back(
            {stream.executionId(), seq.previous(), finding.totals.of(Verdict::Missed)});
    }
    return result;
}

Result<QByteArray>
webhookBody(const ReconcileExecution &execution, qsizetype event, QByteArrayView raw)
{
    const EventStream &stream = *execution.stream;
    if (const auto fields = readEventFields(raw); !fields)
        return Failure(fields.error());
    const EventSlices slices = findEventSlices(raw);
    const auto step = stream.stepIdAt(event);
    const auto orNull = [](QByteArrayView json) {
        return json.isEmpty() ? QByteArrayLiteral("null") : compactJson(json);
    };
    JsonLine head;
    head.beginObject();
    head.member("event", QString::fromUtf8(stream.typeAt(event)));
    head.member("executionId", stream.executionId().text());
    head.member("definitionId", execution.definitionId.text());
    head.member("stepId", step ? std::optional(QString::fromUtf8(*step)) : std::nullopt);
    head.member("seq", stream.seqAt(event).value);
    const std::optional<EpochMs> time = stream.timeAt(event);
    head.member("timestamp", time ? std::optional(isoTime(*time)) : std::nullopt);
    return head.text() + ",\"correlationId\":" + orNull(slices.correlationId)
        + ",\"data\":" + orNull(slices.data) + '}';
}

QByteArray shellQuoted(QByteArrayView text)
{
    QByteArray quoted = text.toByteArray();
    // No shell word can hold a zero byte; JSON writes it as \u0000 anyway.
    quoted.replace('\0', QByteArray());
    return '\'' + quoted.replace('\'', "'\\''") + '\'';
}

QStringList recoveryPackFiles(const QString &directory)
{
    const QDir folder(directory);
    QStringList files;
    for (const char *name : {kBodiesFile, kReplayFile, kScriptFile, kSinceFile})
        files.append(folder.filePath(QLatin1String(name)));
    return files;
}

Result<qint64> writeRecoveryPack(const ReconcileReport &report,
                                 const PayloadSource &payloads,
                                 const QString &directory)
{
    if (!QDir().mkpath(directory)) {
        return failure(ErrorId::FileUnwritable,
                       CoreText::tr("The directory %1 cannot be made.").arg(directory));
    }
    return PackWriter(report, payloads, directory).run();
}

} // namespace Gapline
