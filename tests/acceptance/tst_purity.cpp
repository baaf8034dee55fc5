// SPDX-License-Identifier: GPL-3.0-or-later
// What looks like a loss and is none: each gets its documented verdict from the built program, and nothing is called
// missed but what is.
#include "tests/support/programrun.h"

#include "core/api/replyparser.h"
#include "core/cache/cache.h"
#include "core/deliverylog/signature.h"
#include "core/domain/timetext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gapline;
using Gapline::Test::ProgramOutcome;
using Gapline::Test::ProgramRun;

namespace {

constexpr qint64 kStart = 1777374504000;
const QByteArray kOld = "retired";
const QByteArray kNew = "s3cret";

QByteArray eventId(const QByteArray &execution, qint64 seq)
{
    return "evt_" + execution + '_' + QByteArray::number(seq);
}

QByteArray apiEvent(const QByteArray &execution, qint64 seq, const QByteArray &type)
{
    return "{\"eventId\":\"" + eventId(execution, seq) + "\",\"seq\":" + QByteArray::number(seq)
        + ",\"type\":\"" + type + "\",\"stepId\":null,\"timestamp\":"
        + QByteArray::number(kStart + seq * 1000) + ",\"correlationId\":\"c\",\"data\":{}}";
}

/// The body as the sender makes it.
QByteArray webhook(const QByteArray &execution, qint64 seq, const QByteArray &type)
{
    return "{\"event\":\"" + type + "\",\"executionId\":\"" + execution
        + "\",\"definitionId\":\"d\",\"stepId\":null,\"seq\":" + QByteArray::number(seq)
        + ",\"timestamp\":\"" + isoTime(fromEpochMs(kStart + seq * 1000)).toUtf8()
        + "\",\"correlationId\":\"c\",\"data\":{}}";
}

struct Row
{
    QByteArray execution = "exec_shop";
    qint64 seq = 0;
    QByteArray type = "step.completed";
    int attempt = 0;
    QByteArray secret = kNew;
    bool isUpperCase = false;
    bool isReserialised = false;
    QByteArray id{}; ///< Empty: the event's own.
};

QByteArray logLine(const Row &row)
{
    const QByteArray body = webhook(row.execution, row.seq, row.type);
    QByteArray signature = signDirect(Secret(row.secret), body);
    if (row.isUpperCase)
        signature = "sha256=" + signature.mid(7).toUpper();
    QByteArray quoted = body;
    quoted.replace('"', "\\\"");
    // Somebody parsed it and wrote it again: other bytes than those that were signed.
    QByteArray parsed = body;
    parsed.replace(",\"", ", \"");
    return "{\"receivedAt\":" + QByteArray::number(kStart + row.seq * 1000 + 200)
        + ",\"status\":200,\"attempt\":" + QByteArray::number(row.attempt)
        + ",\"headers\":{\"x-velt-event-id\":\""
        + (row.id.isEmpty() ? eventId(row.execution, row.seq) : row.id)
        + "\",\"x-velt-signature\":\"" + signature + "\"},"
        + (row.isReserialised ? "\"body\":" + parsed : "\"rawBody\":\"" + quoted + '"') + "}\n";
}

} // namespace

class tst_Purity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_program.environment.insert(QStringLiteral("OLD"), QString::fromLatin1(kOld));
        m_program.environment.insert(QStringLiteral("NEW"), QString::fromLatin1(kNew));
        // Seqs 2, 4, … are internal.
        store("exec_shop",
              {{1, "execution.dispatched"},
               {3, "step.completed"},
               {5, "step.completed"},
               {7, "step.completed"},
               {9, "step.completed"},
               {11, "step.completed"},
               {13, "step.awaiting-approval"},
               {15, "step.completed"}});
        store("exec_own", {{1, "execution.dispatched"}, {3, "step.awaiting-approval"}});
        QByteArray log;
        for (const Row &row : {
                 Row{.seq = 1, .type = "execution.dispatched", .secret = kOld}, // several secrets
                 Row{.seq = 3},
                 Row{.seq = 3, .attempt = 1}, // a retry whose answer was lost
                 Row{.seq = 3, .attempt = 2},
                 Row{.seq = 5, .isUpperCase = true},
                 Row{.seq = 7, .isReserialised = true},
                 Row{.seq = 9},
                 Row{.seq = 11},
                 Row{.seq = 11, .id = "evt_another"}, // another event id at the same seq
                 Row{.execution = "exec_elsewhere", .seq = 2}, // unknown to the API
                 Row{.seq = 4}, // a hidden seq
                 Row{.seq = 6, .isReserialised = true}, // and one without the raw body
                 Row{.seq = 8, .secret = "nobody's"}, // and one that nobody of ours signed
                 Row{.execution = "exec_own", .seq = 1, .type = "execution.dispatched"},
                 Row{.execution = "exec_own", .seq = 3, .type = "step.awaiting-approval"},
             })
            log += logLine(row);
        QFile file(m_program.path(QStringLiteral("receiver.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(log), log.size());
    }

    /// step.waiting is no type: it subscribes to nothing, so step.awaiting-approval was never sent.
    void eachHasItsDocumentedVerdict()
    {
        const ProgramOutcome outcome =
            reconcile(QStringLiteral("execution.dispatched,step.completed,step.waiting"),
                      {QStringLiteral("--override"), QStringLiteral("exec_own")});
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QVERIFY(outcome.error.contains("step.waiting") && outcome.error.contains("step.awaiting"));
        const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
        const auto event = [&json](const char *execution, qint64 seq) {
            for (const QJsonValue &value : json.value(u"executions").toArray()) {
                if (value.toObject().value(u"executionId") != QLatin1String(execution))
                    continue;
                for (const QJsonValue &found : value.toObject().value(u"events").toArray()) {
                    if (found.toObject().value(u"seq").toInteger() == seq)
                        return found.toObject();
                }
            }
            return QJsonObject();
        };
        const auto verdict = [&event](const char *execution, qint64 seq) {
            return event(execution, seq).value(u"verdict").toString();
        };
        for (const qint64 seq : {1, 3, 5, 7, 9, 11})
            QCOMPARE(verdict("exec_shop", seq), QStringLiteral("delivered"));
        QCOMPARE(event("exec_shop", 3).value(u"duplicates").toInt(), 2);
        QCOMPARE(verdict("exec_shop", 13), QStringLiteral("not-subscribed"));
        // A webhook of its own clears the subscription: all types are expected, and came.
        QCOMPARE(verdict("exec_own", 3), QStringLiteral("delivered"));
        // The one loss there is.
        QCOMPARE(verdict("exec_shop", 15), QStringLiteral("missed"));
        const QJsonObject totals = json.value(u"totals").toObject();
        const auto total = [&totals](const char *key) {
            return totals.value(QLatin1String(key)).toInt(-1);
        };
        QCOMPARE(total("missed"), 1);
        QCOMPARE(total("duplicate"), 2);
        QCOMPARE(total("foreign"), 1);
        QCOMPARE(total("conflict"), 1);
        QCOMPARE(total("unexpected"), 2); // seqs 4 and 6: not forged, since 6 cannot be verified
        QCOMPARE(total("forged"), 1); // seq 8
        for (const QJsonValue &value : json.value(u"rows").toArray()) {
            const QString row = value.toObject().value(u"verdict").toString();
            switch (value.toObject().value(u"seq").toInteger()) {
            case 2:
                QCOMPARE(row, QStringLiteral("foreign"));
                break;
            case 4:
            case 6:
                QCOMPARE(row, QStringLiteral("unexpected"));
                break;
            case 8:
                QCOMPARE(row, QStringLiteral("forged"));
                break;
            case 11:
                QCOMPARE(row, QStringLiteral("conflict"));
                break;
            default:
                QFAIL(qPrintable(row));
            }
        }
    }

    void withoutTheOverrideTheRunsTypesAreThoseOfTheSubscription()
    {
        const ProgramOutcome outcome =
            reconcile(QStringLiteral("execution.dispatched,step.completed"), {});
        const QJsonObject totals =
            QJsonDocument::fromJson(outcome.out).object().value(u"totals").toObject();
        QCOMPARE(totals.value(u"missed").toInt(), 1);
        // What arrived all the same is delivered, whoever subscribed.
        QCOMPARE(totals.value(u"not-subscribed").toInt(), 1);
    }

    void oneOfTwoSecretsMakesNothingALoss()
    {
        const ProgramOutcome both = reconcile({}, {});
        const ProgramOutcome one = run({QStringLiteral("--secret-env"), QStringLiteral("NEW")});
        const auto missed = [](const ProgramOutcome &outcome) {
            return QJsonDocument::fromJson(outcome.out)
                .object()
                .value(u"totals")
                .toObject()
                .value(u"missed")
                .toInt(-1);
        };
        QCOMPARE(missed(one), missed(both));
        QCOMPARE(missed(both), 2); // With all types subscribed seq 13 is one more.
    }

private:
    void store(const QByteArray &execution, const QList<std::pair<qint64, QByteArray>> &events)
    {
        QByteArray json = "{\"result\":{\"executionId\":\"" + execution + "\",\"events\":[";
        for (qsizetype i = 0; i < events.size(); ++i)
            json +=
                (i > 0 ? "," : "") + apiEvent(execution, events.at(i).first, events.at(i).second);
        json += "],\"nextCursor\":20,\"hasMore\":false}}";
        Cache cache;
        QVERIFY(cache.open(cacheFile()).result());
        const auto page = parseEventPage(json, Seq{0});
        QVERIFY(page);
        QVERIFY(cache.storePage(*page, fromEpochMs(kStart)).result());
    }

    ProgramOutcome run(const QStringList &words)
    {
        return m_program.run(
            QStringLiteral(GAPLINE_BINARY),
            QStringList{QStringLiteral("reconcile"),
                        QStringLiteral("--cache"),
                        cacheFile(),
                        QStringLiteral("--deliveries"),
                        m_program.path(QStringLiteral("receiver.ndjson")),
                        QStringLiteral("--span"),
                        QStringLiteral("%1,%2").arg(kStart - 60'000).arg(kStart + 3'600'000),
                        QStringLiteral("--format"),
                        QStringLiteral("json")}
                + words);
    }

    ProgramOutcome reconcile(const QString &types, const QStringList &words)
    {
        QStringList all{QStringLiteral("--secret-env"),
                        QStringLiteral("OLD"),
                        QStringLiteral("--secret-env"),
                        QStringLiteral("NEW")};
        if (!types.isEmpty())
            all << QStringLiteral("--subscribed") << types;
        return run(all + words);
    }

    QString cacheFile() const { return m_program.path(QStringLiteral("cache/cache.sqlite")); }

    ProgramRun m_program;
};

QTEST_GUILESS_MAIN(tst_Purity)
#include "tst_purity.moc"
