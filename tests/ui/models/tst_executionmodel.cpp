// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/executionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

namespace {

CachedExecution
execution(const char *id, const char *status, const char *definition, qint64 startedAt)
{
    CachedExecution cached;
    cached.execution.executionId = ExecutionId(QString::fromUtf8(id));
    cached.execution.status = QString::fromUtf8(status);
    cached.execution.definitionId = DefinitionId(QString::fromUtf8(definition));
    cached.execution.correlationId = QStringLiteral("corr_") + QString::fromUtf8(id);
    cached.execution.startedAt = fromEpochMs(startedAt);
    cached.hasView = true;
    return cached;
}

CachedExecution scanned(CachedExecution cached, qint64 events, qint64 internalSeqs)
{
    cached.eventCount = events;
    cached.internalSeqs = internalSeqs;
    cached.stream.coverage.add({{1}, {events + internalSeqs}});
    return cached;
}

QStringList ids(const ExecutionModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found << model.index(row, 0).data(ExecutionModel::IdRole).toString();
    return found;
}

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class tst_ExecutionModel : public QObject
{
    Q_OBJECT

    using Column = ExecutionModel::Column;

private slots:
    void whatASyncOfAllDoesIsSaidInWords()
    {
        const ExecutionId fetching(ids(*m_model).first());
        m_model->setStateOf([fetching](const ExecutionId &id) {
            return id == fetching ? std::optional(FleetState::Fetching) : std::nullopt;
        });
        const QModelIndex first = m_model->index(0, 0);
        QVERIFY(first.data(ExecutionModel::StateTextRole).toString().contains(words("fetching")));
        QCOMPARE(first.data(Qt::AccessibleDescriptionRole),
                 first.data(ExecutionModel::StateTextRole));
        QVERIFY(m_model->index(1, 0).data(ExecutionModel::StateTextRole).toString().isEmpty());
    }

    void init()
    {
        m_model = std::make_unique<ExecutionModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setExecutions(
            {scanned(execution("exec_3", "running", "doc-signoff", 3000), 5, 10),
             execution("exec_2", "failed", "contract-review", 2000),
             scanned(execution("exec_1", "completed", "doc-signoff", 1000), 40, 2)});
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void aRowTellsWhatIsKnown()
    {
        const auto cell = [this](int row, Column column) {
            return m_model->index(row, int(column)).data().toString();
        };
        QCOMPARE(cell(0, Column::Status), words("running"));
        QCOMPARE(cell(0, Column::Execution), words("exec_3"));
        QCOMPARE(cell(0, Column::Definition), words("doc-signoff"));
        QCOMPARE(cell(0, Column::Started), words("1970-01-01 00:00:03Z"));
        QCOMPARE(cell(0, Column::Events), words("5"));
        QCOMPARE(cell(0, Column::Internal), words("10"));
        QCOMPARE(cell(0, Column::Cached), words("cached"));
        // Not scanned is not "0 events".
        QCOMPARE(cell(1, Column::Events), QString());
        QCOMPARE(cell(1, Column::Internal), QString());
        QCOMPARE(cell(1, Column::Cached), QString());
    }

    void aStreamThatWasReadToItsEndAndHasNoSeqIsCachedWithoutEvents()
    {
        CachedExecution silent = execution("exec_silent", "pending", "doc-signoff", 1000);
        silent.stream.fetchedAt = fromEpochMs(5000);
        m_model->setExecutions({silent});
        // Of a stream whose row is damaged nothing is known but that it was once fetched.
        QVERIFY(!m_model->index(0, 0).data(ExecutionModel::IsCachedRole).toBool());
        silent.stream.knownEnd = Seq{0};
        m_model->setExecutions({silent});
        QVERIFY(m_model->index(0, 0).data(ExecutionModel::IsCachedRole).toBool());
        QCOMPARE(m_model->index(0, int(Column::Events)).data().toString(), words("0"));
        QVERIFY(m_model->index(0, int(Column::Cached))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(words("Fetched 1970-01-01T00:00:05")));
    }

    void anExecutionOfWhichOnlyEventsAreKnownIsShown()
    {
        CachedExecution bare;
        bare.execution.executionId = ExecutionId(words("exec_bare"));
        m_model->setExecutions({bare});
        QCOMPARE(m_model->index(0, int(Column::Status)).data().toString(), words("unknown"));
        QCOMPARE(m_model->index(0, int(Column::Started)).data().toString(), QString());
        QVERIFY(!m_model->index(0, int(Column::Started)).data(ExecutionModel::SortRole).isValid());
    }

    void searchLooksAtIdCorrelationDefinitionAndStatus()
    {
        m_model->setSearch(words("SIGNOFF"));
        QCOMPARE(ids(*m_model), QStringList({words("exec_3"), words("exec_1")}));
        m_model->setSearch(words("signoff  compl"));
        QCOMPARE(ids(*m_model), QStringList{words("exec_1")});
        m_model->setSearch(words("corr_exec_2"));
        QCOMPARE(ids(*m_model), QStringList{words("exec_2")});
        m_model->setSearch(QString());
        QCOMPARE(m_model->rowCount(), 3);
    }

    void statusesNarrowTheListTogetherWithTheSearch()
    {
        m_model->setStatuses({words("failed"), words("completed")});
        QCOMPARE(ids(*m_model), QStringList({words("exec_2"), words("exec_1")}));
        m_model->setSearch(words("doc"));
        QCOMPARE(ids(*m_model), QStringList{words("exec_1")});
        QCOMPARE(m_model->totalCount(), 3);
    }

    void newExecutionsKeepTheFilter()
    {
        m_model->setSearch(words("new"));
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setExecutions({execution("exec_new", "pending", "x", 1)});
        QCOMPARE(m_model->rowCount(), 1);
    }

    void statusesComeInTheOrderOfARunsLife()
    {
        m_model->setExecutions({execution("a", "failed", "x", 1),
                                execution("b", "paused", "x", 1),
                                execution("c", "pending", "x", 1)});
        QCOMPARE(m_model->knownStatuses(),
                 QStringList({words("pending"), words("failed"), words("paused")}));
    }

    void numbersSortAsNumbersAndTheSelectionFollows()
    {
        const QPersistentModelIndex selected = m_model->index(0, 0);
        m_model->sort(int(Column::Events), Qt::DescendingOrder);
        QCOMPARE(ids(*m_model), QStringList({words("exec_1"), words("exec_3"), words("exec_2")}));
        QCOMPARE(selected.row(), 1);
        m_model->sort(-1);
        QCOMPARE(ids(*m_model), QStringList({words("exec_3"), words("exec_2"), words("exec_1")}));
        QCOMPARE(selected.row(), 0);
    }

    void rowsAreFoundById()
    {
        QCOMPARE(m_model->rowOf(ExecutionId(words("exec_2"))), std::optional<int>(1));
        m_model->setSearch(words("exec_1"));
        QCOMPARE(m_model->rowOf(ExecutionId(words("exec_2"))), std::nullopt);
        QCOMPARE(m_model->executionAt(0)->eventCount, 40);
        QVERIFY(!m_model->executionAt(1));
    }

    void textFromOutsideIsMadeVisibleAndTooltipsAreEscaped()
    {
        m_model->setExecutions({execution("<b>a\u202E</b>", "run\nning", "x", 1)});
        QCOMPARE(m_model->index(0, int(Column::Execution)).data().toString(),
                 words("<b>a[U+202E]</b>"));
        QCOMPARE(m_model->index(0, int(Column::Status)).data().toString(),
                 words("run[U+000A]ning"));
        QVERIFY(m_model->index(0, int(Column::Execution))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(words("&lt;b&gt;")));
        QCOMPARE(m_model->index(0, 0).data(ExecutionModel::IdRole).toString(),
                 words("<b>a\u202E</b>"));
    }

    void largeCountsAreGroupedAndToldWithTheId()
    {
        m_model->setExecutions(
            {scanned(execution("exec_big", "running", "x", 1), 1000000, 640032)});
        const QLocale locale;
        QCOMPARE(m_model->index(0, int(Column::Events)).data().toString(),
                 locale.toString(1000000));
        QVERIFY(m_model->index(0, int(Column::Execution))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(words("%1 events and %2 internal-only seqs")
                                  .arg(locale.toString(1000000), locale.toString(640032))));
    }

    void theTimeZoneChangesTheHeader()
    {
        m_model->setTimeZone(TimeZoneChoice::Local);
        QCOMPARE(m_model->headerData(int(Column::Started), Qt::Horizontal).toString(),
                 words("Started (local)"));
    }

private:
    std::unique_ptr<ExecutionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(tst_ExecutionModel)
#include "tst_executionmodel.moc"
