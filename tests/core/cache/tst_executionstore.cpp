// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/bookmarkstore.h"
#include "core/cache/cacheaudit.h"
#include "core/cache/executioncodec.h"
#include "core/cache/executionstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using namespace std::chrono_literals;

static const ExecutionId kId(QStringLiteral("exec_test"));

static Execution listItem(const QString &status)
{
    Execution item;
    item.executionId = kId;
    item.status = status;
    item.startedAt = fromEpochMs(1777374504255);
    item.definitionId = DefinitionId(QStringLiteral("def_1"));
    item.definitionVersion = 3;
    item.correlationId = QStringLiteral("corr \U0001F600");
    item.raw = R"({"status":")" + status.toUtf8() + R"(","extra":9007199254740993})";
    return item;
}

static Execution fullView(const QString &status)
{
    Execution view = listItem(status);
    StepView step;
    step.stepId = StepId(QStringLiteral("step_a_1_x"));
    step.nodeId = NodeId(QStringLiteral("a"));
    step.nodeType = QStringLiteral("human");
    step.status = QStringLiteral("waiting");
    step.groupId = QStringLiteral("group_g");
    step.startedAt = fromEpochMs(1777374504300);
    step.output = R"({"n":9007199254740993})";
    step.error = FailureReason{QStringLiteral("E1"), QStringLiteral("why")};
    view.steps = {step, StepView{}};
    view.raw += " full";
    return view;
}

class tst_ExecutionStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<OpenCache> m_cache;
    std::unique_ptr<ExecutionStore> m_store;

    Execution stored() { return m_store->loadExecution(kId)->value_or(Execution{}); }

private slots:
    void init()
    {
        m_store.reset();
        m_cache =
            std::make_unique<OpenCache>(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)));
        m_store = std::make_unique<ExecutionStore>(*m_cache->database);
    }

    void everyFieldSurvives()
    {
        Execution view = fullView(QStringLiteral("failed"));
        view.completedAt = fromEpochMs(1777374600001);
        view.failureReason = FailureReason{QStringLiteral("TIMEOUT"), QString()};
        QVERIFY(m_store->storeExecutions({view}, kNow));
        const Execution back = stored();
        QCOMPARE(back.executionId, view.executionId);
        QCOMPARE(back.status, view.status);
        QVERIFY(back.startedAt == view.startedAt);
        QVERIFY(back.completedAt == view.completedAt);
        QVERIFY(!back.cancelledAt);
        QCOMPARE(back.definitionId, view.definitionId);
        QVERIFY(back.definitionVersion == view.definitionVersion);
        QCOMPARE(back.correlationId, view.correlationId);
        QVERIFY(back.failureReason == view.failureReason);
        QCOMPARE(back.raw, view.raw);
        QCOMPARE(back.steps.size(), 2);
        QCOMPARE(back.steps[0].stepId, view.steps[0].stepId);
        QCOMPARE(back.steps[0].nodeId, view.steps[0].nodeId);
        QVERIFY(back.steps[0].groupId == view.steps[0].groupId);
        QVERIFY(back.steps[0].startedAt == view.steps[0].startedAt);
        QVERIFY(!back.steps[0].completedAt);
        QCOMPARE(back.steps[0].output, view.steps[0].output);
        QVERIFY(back.steps[0].error == view.steps[0].error);
        QVERIFY(!back.steps[1].error);
        QVERIFY(!back.steps[1].groupId);
    }

    void aListItemNeverTakesTheStepsAway()
    {
        QVERIFY(m_store->storeExecutions({fullView(QStringLiteral("running"))}, kNow));
        QVERIFY(m_store->storeExecutions({listItem(QStringLiteral("completed"))}, kNow + 1s));
        QCOMPARE(stored().status, QStringLiteral("completed"));
        QCOMPARE(stored().steps.size(), 2);
    }

    void anOlderAnswerChangesNothing()
    {
        QVERIFY(m_store->storeExecutions({fullView(QStringLiteral("completed"))}, kNow));
        QVERIFY(m_store->storeExecutions({listItem(QStringLiteral("running"))}, kNow - 1s));
        QCOMPARE(stored().status, QStringLiteral("completed"));
    }

    void anAlteredViewCountsAsNotFetched()
    {
        QVERIFY(m_store->storeExecutions({fullView(QStringLiteral("failed"))}, kNow));
        QVERIFY(
            m_cache->database->run(QStringLiteral("UPDATE executions SET status = 'completed'")));
        QVERIFY(!m_store->loadExecution(kId)->has_value());
        const QList<CachedExecution> list = *m_store->loadExecutions();
        QCOMPARE(list.size(), 1);
        QVERIFY(!list[0].hasView);
        QCOMPARE(list[0].execution.executionId, kId);
        QVERIFY(list[0].execution.status.isEmpty());
    }

    void verifyNamesAllThatIsAltered_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("problem");
        QTest::newRow("status") << QStringLiteral("UPDATE executions SET status = 'completed'")
                                << QStringLiteral(": its id, status and times fail");
        QTest::newRow("id") << QStringLiteral("UPDATE executions SET execution_id = 'exec_other'")
                            << QStringLiteral("exec_other: its id, status and times fail");
        QTest::newRow("time of the answer")
            << QStringLiteral("UPDATE executions SET view_fetched_at = NULL")
            << QStringLiteral(": its id, status and times fail");
        QTest::newRow("steps") << QStringLiteral("UPDATE execution_steps SET steps = x'00'")
                               << QStringLiteral(": its steps fail");
        QTest::newRow("definition") << QStringLiteral("UPDATE definitions SET version = 7")
                                    << QStringLiteral("definition def_1 fails");
        QTest::newRow("bookmark") << QStringLiteral("UPDATE bookmarks SET note = 'false'")
                                  << QStringLiteral(", seq 4: the bookmark fails");
    }

    void verifyNamesAllThatIsAltered()
    {
        QFETCH(QString, statement);
        QFETCH(QString, problem);
        QVERIFY(m_store->storeExecutions({fullView(QStringLiteral("failed"))}, kNow));
        QVERIFY(m_store->storeDefinition(
            {DefinitionId(QStringLiteral("def_1")), QStringLiteral("name"), 2, "{}"}, kNow));
        QVERIFY(BookmarkStore(*m_cache->database)
                    .storeBookmark(kId, {Seq{4}, QStringLiteral("true"), kNow}));
        QVERIFY(verifyCache(*m_cache->database)->isSound);
        QVERIFY(m_cache->database->run(statement));
        const auto verified = verifyCache(*m_cache->database);
        QVERIFY(!verified->isSound);
        QVERIFY2(verified->problems.join(u'\n').contains(problem),
                 qPrintable(verified->problems.join(u'\n')));
    }

    void whatIsNotStoredIsNotThere()
    {
        QVERIFY(!m_store->loadExecution(kId)->has_value());
        m_cache->store(PageBuilder().events({1}).scanned(0, 1).build());
        QVERIFY(!m_store->loadExecution(kId)->has_value());
        QVERIFY(!m_store->loadDefinition(DefinitionId(QStringLiteral("def_1")))->has_value());
    }

    void unknownStartsAreReadFromTheIdOrComeLast()
    {
        const auto named = [](const char *id, std::optional<EpochMs> startedAt) {
            Execution execution;
            execution.executionId = ExecutionId(QString::fromLatin1(id));
            execution.startedAt = startedAt;
            return execution;
        };
        QVERIFY(m_store->storeExecutions({named("zzz", {}),
                                          named("b", fromEpochMs(1777374504255)),
                                          named("exec_1777374504256_r4nd", {}),
                                          named("exec_12_r4nd", {}),
                                          named("a", fromEpochMs(1777374504257))},
                                         kNow));
        QStringList ids;
        const QList<CachedExecution> list = *m_store->loadExecutions();
        for (const CachedExecution &cached : list)
            ids << cached.execution.executionId.text();
        QCOMPARE(ids,
                 (QStringList{QStringLiteral("a"),
                              QStringLiteral("exec_1777374504256_r4nd"),
                              QStringLiteral("b"),
                              QStringLiteral("zzz"),
                              QStringLiteral("exec_12_r4nd")}));
    }

    void aDefinitionIsReplacedByTheNewerOne()
    {
        const DefinitionId id(QStringLiteral("def_1"));
        QVERIFY(m_store->storeDefinition({id, QStringLiteral("Review"), 1, "{\"v\":1}"}, kNow));
        QVERIFY(m_store->storeDefinition({id, QStringLiteral("Review"), 2, "{\"v\":2}"}, kNow));
        const auto definition = m_store->loadDefinition(id);
        QVERIFY(definition && *definition);
        QCOMPARE((*definition)->raw, QByteArray("{\"v\":2}"));
        QVERIFY((*definition)->version == 2);
        QVERIFY(m_cache->database->run(QStringLiteral("UPDATE definitions SET version = 7")));
        QVERIFY(!m_store->loadDefinition(id)->has_value());
    }

    void packedStepsThatAreCutAreRefused()
    {
        const QByteArray packed = packSteps(fullView(QString()).steps);
        QVERIFY(unpackSteps(packed));
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY(!unpackSteps(packed.first(size)));
        QVERIFY(!unpackSteps(packed + 'x'));
    }
};

QTEST_GUILESS_MAIN(tst_ExecutionStore)
#include "tst_executionstore.moc"
