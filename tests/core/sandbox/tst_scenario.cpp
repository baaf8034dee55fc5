// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/domain/eventtype.h"
#include "core/domain/steplineage.h"
#include "core/sandbox/history.h"
#include "core/sandbox/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using namespace std::chrono_literals;
using Gapline::Test::ManualClock;

namespace {

QJsonObject resultOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s: %s", qPrintable(error.errorString()), body.left(300).constData());
    return document.object().value(u"result").toObject();
}

struct Walk
{
    QByteArrayList events; ///< Raw text of each.
    qint64 cursor = 0;
    int pages = 0;
    int emptyPagesWithMore = 0;
};

/// Pages through a stream as a client would; `sizes` are used in turn.
Walk walk(const Scenario &scenario, const QByteArray &id, const std::vector<int> &sizes)
{
    Walk walk;
    for (bool hasMore = true; hasMore; ++walk.pages) {
        const int size = sizes[walk.pages % sizes.size()];
        const QByteArray body = scenario.page(id, Seq{walk.cursor}, size);
        const QJsonObject page = resultOf(body);
        const auto events = page.value(u"events").toArray();
        RC_ASSERT(events.size() <= size);
        // Each event starts with its id, and no payload of the sandbox holds that text.
        const QByteArray marker = "{\"eventId\":";
        const qsizetype end = body.lastIndexOf("],\"nextCursor\":");
        qsizetype from = body.indexOf(marker);
        while (from >= 0) {
            const qsizetype next = body.indexOf(marker, from + 1);
            walk.events.append(body.mid(from, (next < 0 ? end : next - 1) - from));
            from = next;
        }
        hasMore = page.value(u"hasMore").toBool();
        const qint64 cursor = page.value(u"nextCursor").toInteger();
        RC_ASSERT(!hasMore || cursor > walk.cursor);
        if (!events.isEmpty())
            RC_ASSERT(events.last().toObject().value(u"seq").toInteger() <= cursor);
        if (events.isEmpty() && hasMore)
            ++walk.emptyPagesWithMore;
        walk.cursor = cursor;
    }
    return walk;
}

QByteArray utf8(const ExecutionId &id)
{
    return id.text().toUtf8();
}

} // namespace

class tst_Scenario : public QObject
{
    Q_OBJECT

private slots:
    void theSameOptionsGiveTheSameBytes()
    {
        ManualClock clock;
        const SandboxOptions options{7, 20, 3'000, {}, 1};
        const Scenario one(options, clock);
        const Scenario two(options, clock);
        QCOMPARE(one.list({}, {}, 500, {}), two.list({}, {}, 500, {}));
        for (const ExecutionId &id : one.executions()) {
            QCOMPARE(one.page(utf8(id), Seq{0}, 500), two.page(utf8(id), Seq{0}, 500));
            QCOMPARE(one.execution(utf8(id)), two.execution(utf8(id)));
        }
        const Scenario other({8, 20, 3'000, {}, 1}, clock);
        QVERIFY(one.list({}, {}, 500, {}) != other.list({}, {}, 500, {}));
    }

    void everyDocumentedTypeAndStatusAppears()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        QSet<QByteArray> types;
        QSet<QString> statuses;
        for (const ExecutionId &id : scenario.executions()) {
            for (const QByteArray &type : scenario.allSeqsOf(id))
                types.insert(type);
            statuses.insert(resultOf(scenario.execution(utf8(id))).value(u"status").toString());
        }
        for (const EventType &type : eventTypes())
            QVERIFY2(types.contains(type.name), type.name);
        QCOMPARE(types.size(), 21); // and one type of the future
        for (const char *status : kExecutionStatuses)
            QVERIFY2(statuses.contains(QLatin1String(status)), status);
        QCOMPARE(statuses.size(), 5);
    }

    void pagesOfAnySizeHoldTheSameEvents()
    {
        ManualClock clock;
        const Scenario scenario({3, 25, 700, {}, 1}, clock);
        const std::vector<ExecutionId> ids = scenario.executions();
        const bool holds = rc::check("pages of any size concatenate to one stream", [&] {
            const QByteArray id = utf8(*rc::gen::elementOf(ids));
            const auto sizes = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 501));
            const Walk whole = walk(scenario, id, {500});
            const Walk parts = walk(scenario, id, sizes);
            RC_ASSERT(whole.events == parts.events);
            RC_ASSERT(whole.cursor == parts.cursor);
        });
        QVERIFY(holds);
    }

    void theApiShowsExactlyTheExternalEvents()
    {
        ManualClock clock;
        const Scenario scenario({5, 30, 900, {}, 1}, clock);
        for (const ExecutionId &id : scenario.executions()) {
            const std::vector<QByteArray> truth = scenario.allSeqsOf(id);
            const Walk all = walk(scenario, utf8(id), {100});
            QCOMPARE(all.cursor, qint64(truth.size()));
            qsizetype shown = 0;
            qint64 previousTime = 0;
            for (std::size_t i = 0; i < truth.size(); ++i) {
                const EventType *type = findEventType(truth[i]);
                if (type && !type->isExternal)
                    continue;
                const QJsonObject event = QJsonDocument::fromJson(all.events.at(shown++)).object();
                QCOMPARE(event.value(u"seq").toInteger(), qint64(i) + 1);
                QCOMPARE(event.value(u"type").toString().toLatin1(), truth[i]);
                const bool isOfExecution = truth[i].startsWith("execution.");
                QCOMPARE(event.value(u"stepId").isNull(), isOfExecution);
                QVERIFY(event.value(u"eventId").toString().startsWith(u"evt_"));
                const qint64 time = event.value(u"timestamp").toInteger();
                QVERIFY(time >= previousTime && time <= toEpochMs(scenario.now()));
                previousTime = time;
            }
            QCOMPARE(shown, all.events.size());
        }
    }

    void theShowcaseIsThePictureOfTheProgram()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        const ExecutionId id = scenario.showcase();
        QCOMPARE(scenario.executions().front().text(), id.text());
        const Walk all = walk(scenario, utf8(id), {500});
        QCOMPARE(all.events.size(), 18);
        QCOMPARE(all.cursor, 46);
        const QJsonObject breach = QJsonDocument::fromJson(all.events.at(10)).object();
        QCOMPARE(breach.value(u"seq").toInteger(), 19);
        QCOMPARE(breach.value(u"type").toString(), QStringLiteral("step.breached"));
        const QByteArray step = breach.value(u"stepId").toString().toUtf8();
        QCOMPARE(nodeOfStep(step).toByteArray(), QByteArray("human-brand"));
        QCOMPARE(nodeOfStep(*parentOfStep(step)).toByteArray(), QByteArray("agent-draft"));

        const QJsonObject view = resultOf(scenario.execution(utf8(id)));
        QCOMPARE(view.value(u"status").toString(), QStringLiteral("completed"));
        QCOMPARE(view.value(u"steps").toArray().size(), 4);
        QCOMPARE(view.value(u"definitionId").toString(), QStringLiteral("marketing-copy-approval"));
    }

    void aLongInternalRunGivesAnEmptyPageWithMoreToFollow()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        int emptyPages = 0;
        for (const ExecutionId &id : scenario.executions())
            emptyPages += walk(scenario, utf8(id), {500}).emptyPagesWithMore;
        QVERIFY(emptyPages > 0);
    }

    void theCursorPassesTheInternalTail()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        const QByteArray id = utf8(scenario.showcase());
        const QJsonObject tail = resultOf(scenario.page(id, Seq{38}, 100));
        QVERIFY(tail.value(u"events").toArray().isEmpty());
        QCOMPARE(tail.value(u"nextCursor").toInteger(), 46);
        QCOMPARE(tail.value(u"hasMore").toBool(), false);
        // Beyond the end the cursor stays where the client is.
        const QJsonObject beyond = resultOf(scenario.page(id, Seq{kMaxSafeInteger}, 100));
        QCOMPARE(beyond.value(u"nextCursor").toInteger(), kMaxSafeInteger);
        QCOMPARE(beyond.value(u"hasMore").toBool(), false);
    }

    void aRunningExecutionGoesOnWithTheClock()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        ExecutionId running;
        for (const ExecutionId &id : scenario.executions()) {
            const QJsonObject view = resultOf(scenario.execution(utf8(id)));
            if (running.isEmpty() && view.value(u"status") == QStringLiteral("running"))
                running = id;
        }
        QVERIFY(!running.isEmpty());
        const Walk before = walk(scenario, utf8(running), {500});
        clock.advance(60s);
        const Walk after = walk(scenario, utf8(running), {500});
        QVERIFY(after.events.size() > before.events.size());
        QCOMPARE(after.events.mid(0, before.events.size()), before.events);
        clock.advance(24h);
        QCOMPARE(resultOf(scenario.execution(utf8(running))).value(u"status").toString(),
                 QStringLiteral("completed"));
    }

    void speedMakesTheEngineFaster()
    {
        ManualClock clock;
        const Scenario scenario({1, 5, 0, {}, 10}, clock);
        const EpochMs before = scenario.now();
        clock.advance(3s);
        QCOMPARE(toEpochMs(scenario.now()) - toEpochMs(before), 30'000);
    }

    void aPendingExecutionHasNoEventsYet()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        const QJsonArray pending =
            resultOf(scenario.list({}, "pending", 500, {})).value(u"items").toArray();
        QVERIFY(!pending.isEmpty());
        const QByteArray id = pending.first().toObject().value(u"executionId").toString().toUtf8();
        const QJsonObject page = resultOf(scenario.page(id, Seq{0}, 100));
        QVERIFY(page.value(u"events").toArray().isEmpty());
        QCOMPARE(page.value(u"nextCursor").toInteger(), 0);
        clock.advance(2h);
        QVERIFY(!resultOf(scenario.page(id, Seq{0}, 100)).value(u"events").toArray().isEmpty());
    }

    void theListRunsFromTheNewestToTheOldest()
    {
        ManualClock clock;
        const Scenario scenario({1, 130, 100, {}, 1}, clock);
        QSet<QString> seen;
        std::optional<qint64> cursor;
        qint64 previous = std::numeric_limits<qint64>::max();
        int pages = 0;
        do {
            const QJsonObject page = resultOf(scenario.list({}, {}, 50, cursor));
            const auto items = page.value(u"items").toArray();
            for (const QJsonValue &item : items) {
                const qint64 start = item.toObject().value(u"startedAt").toInteger();
                QVERIFY(start <= previous);
                previous = start;
                QVERIFY(item.toObject().value(u"steps").toArray().isEmpty());
                seen.insert(item.toObject().value(u"executionId").toString());
            }
            const QJsonValue next = page.value(u"nextCursor");
            QCOMPARE(next.isNull(), items.size() < 50);
            cursor.reset();
            if (next.isString()) {
                QCOMPARE(next.toString(), QString::number(previous));
                cursor = next.toString().toLongLong();
            }
            ++pages;
        } while (cursor);
        QCOMPARE(pages, 3);
        // Executions that share a startedAt across a page's end are passed over, as documented.
        QVERIFY(seen.size() < 131);
        QVERIFY(seen.size() > 120);
        // Asking for one millisecond later finds them again.
        const QJsonArray first = resultOf(scenario.list({}, {}, 50, {})).value(u"items").toArray();
        const qint64 tie = first.last().toObject().value(u"startedAt").toInteger();
        for (const QJsonValue &item :
             resultOf(scenario.list({}, {}, 500, tie + 1)).value(u"items").toArray())
            seen.insert(item.toObject().value(u"executionId").toString());
        QCOMPARE(seen.size(), 131);
    }

    void theListIsFilteredByDefinitionAndStatus()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        const QJsonArray items =
            resultOf(scenario.list("contract-review", "failed", 500, {})).value(u"items").toArray();
        QVERIFY(!items.isEmpty());
        for (const QJsonValue &item : items) {
            QCOMPARE(item.toObject().value(u"definitionId").toString(),
                     QStringLiteral("contract-review"));
            QCOMPARE(item.toObject().value(u"status").toString(), QStringLiteral("failed"));
            QVERIFY(item.toObject().value(u"failureReason").isObject());
        }
    }

    void aMillionEventsPageTheSameAtBothEnds()
    {
        ManualClock clock;
        const Scenario scenario({1, 1, 1'000'000, {}, 1}, clock);
        const QByteArray id = utf8(scenario.largest());
        const History &history = scenario.history(id);
        const Seq last = history.lastSeq(toEpochMs(scenario.now()));
        QCOMPARE(history.externalUpTo(last), 1'000'000);
        const double internal = 1 - 1e6 / double(last.value);
        QVERIFY2(internal > 0.38 && internal < 0.42, qPrintable(QString::number(internal)));
        QCOMPARE(scenario.executions().front().text(), scenario.largest().text());
        for (const qint64 since : {qint64(0), last.value / 2, last.value - 1'000}) {
            const QByteArray body = scenario.page(id, Seq{since}, 500);
            const QJsonObject page = resultOf(body);
            const auto events = page.value(u"events").toArray();
            QCOMPARE(events.size(), 500);
            QVERIFY(events.first().toObject().value(u"seq").toInteger() > since);
            QVERIFY(page.value(u"hasMore").toBool());
            QVERIFY2(body.size() / 500 > 310 && body.size() / 500 < 380,
                     qPrintable(QString::number(body.size() / 500)));
        }
        // Rank and selection are each other's inverse, wherever one looks.
        for (qint64 n = 1; n <= 1'000'000; n += 7'919) {
            const Seq seq = history.externalAt(n);
            QCOMPARE(history.externalUpTo(seq), n);
            QCOMPARE(history.externalUpTo(seq.previous()), n - 1);
        }
        const QJsonObject end =
            resultOf(scenario.page(id, history.externalAt(1'000'000).previous(), 500));
        QCOMPARE(end.value(u"events").toArray().first().toObject().value(u"type").toString(),
                 QStringLiteral("execution.completed"));
        QCOMPARE(end.value(u"nextCursor").toInteger(), last.value);
    }

    void definitionsHoldTheGraphAndNoWebhookConfig()
    {
        ManualClock clock;
        const Scenario scenario({}, clock);
        const QJsonObject definition = resultOf(scenario.definition("contract-review"));
        QCOMPARE(definition.value(u"nodes").toArray().size(), 6);
        const QJsonObject compiled = definition.value(u"compiled").toObject();
        QCOMPARE(compiled.value(u"forwardEdges").toArray().size(), 7);
        const QJsonObject edge = compiled.value(u"forwardEdges").toArray().first().toObject();
        QCOMPARE(edge.value(u"from").toString(), QStringLiteral("agent-redline"));
        QCOMPARE(edge.value(u"toGroupId").toString(), QStringLiteral("counsel-review"));
        QVERIFY(!definition.contains(u"webhookConfig"));
        QVERIFY(scenario.definition("nothing-of-the-kind").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Scenario)
#include "tst_scenario.moc"
