// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

namespace {

HttpLogEntry attempt(const char *execution, qint64 since, int status, const char *errorId = "")
{
    HttpLogEntry entry;
    entry.startedAt = fromEpochMs(1777374504000);
    entry.duration = std::chrono::milliseconds(12);
    entry.path = QStringLiteral("workflow/executions/getEvents");
    entry.executionId = ExecutionId(QString::fromUtf8(execution));
    entry.sinceSeq = Seq{since};
    if (status > 0)
        entry.httpStatus = status;
    entry.bytes = 2048;
    entry.errorId = QString::fromLatin1(errorId);
    return entry;
}

} // namespace

class tst_RequestModel : public QObject
{
    Q_OBJECT

    using Column = RequestModel::Column;

private slots:
    void init()
    {
        m_log = std::make_unique<RequestLog>();
        m_model = std::make_unique<RequestModel>(*m_log);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_log->add(attempt("exec_1", 0, 200));
        m_log->add(attempt("exec_2", 15, 503, "network.server-error"));
        m_log->add(attempt("exec_2", 15, 0, "network.unreachable"));
        m_model->update();
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_log.reset();
    }

    void aRowTellsWhatWasAskedAndHowItEnded()
    {
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(cell(0, Column::Time), QStringLiteral("11:08:24.000Z"));
        QCOMPARE(cell(0, Column::Endpoint), QStringLiteral("executions/getEvents"));
        QCOMPARE(cell(0, Column::Execution), QStringLiteral("exec_1"));
        QCOMPARE(cell(1, Column::SinceSeq), QStringLiteral("15"));
        QCOMPARE(cell(1, Column::Status), QStringLiteral("503"));
        QCOMPARE(cell(0, Column::Duration), QStringLiteral("12 ms"));
        QCOMPARE(cell(0, Column::Outcome), QStringLiteral("✓"));
        QCOMPARE(cell(1, Column::Outcome), QStringLiteral("✕ network.server-error"));
        QVERIFY(m_model->index(1, 0).data(RequestModel::HasFailedRole).toBool());
    }

    void noAnswerIsNoStatusAndNoSize()
    {
        QCOMPARE(cell(2, Column::Status), QStringLiteral("–"));
        QCOMPARE(cell(2, Column::Size), QString());
        QVERIFY(!m_model->index(2, int(Column::Status)).data(RequestModel::SortRole).isValid());
    }

    void theListIsNarrowedToFailuresAndWords()
    {
        m_model->setOnlyFailed(true);
        QCOMPARE(m_model->rowCount(), 2);
        m_model->setSearch(QStringLiteral("503 SERVER"));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->entryAt(0)->executionId.text(), QStringLiteral("exec_2"));
        m_model->setOnlyFailed(false);
        m_model->setSearch(QStringLiteral("exec_1"));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->totalCount(), 3);
        QCOMPARE(m_model->failedCount(), 2);
    }

    void newOnesFollowByThemselvesAndPassTheFilter()
    {
        m_model->setOnlyFailed(true);
        m_log->add(attempt("exec_3", 0, 200));
        m_log->add(attempt("exec_3", 0, 429, "network.rate-limited"));
        QTRY_COMPARE(m_model->rowCount(), 3);
        QCOMPARE(cell(2, Column::Execution), QStringLiteral("exec_3"));
    }

    void theOldestLeaveAndASelectionStaysOnItsRequest()
    {
        m_log->add(attempt("exec_last", 0, 200));
        m_model->update();
        const QPersistentModelIndex last = m_model->index(3, 0);
        const QPersistentModelIndex first = m_model->index(0, 0);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        for (int i = 0; i < 1998; ++i)
            m_log->add(attempt("exec_more", i, 200));
        m_model->update();
        QCOMPARE(m_model->rowCount(), 2000);
        QVERIFY(!first.isValid());
        QCOMPARE(last.row(), 1);
        QCOMPARE(m_model->entryAt(1)->executionId.text(), QStringLiteral("exec_last"));
        QCOMPARE(reset.size(), 0);
    }

    void betweenTwoUpdatesARowThatLeftIsEmptyNotWrong()
    {
        m_log->clear();
        QVERIFY(!m_model->entryAt(0));
        QVERIFY(!m_model->index(0, 0).data().isValid());
        m_model->update();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void textFromOutsideIsMadeVisibleAndTooltipsAreEscaped()
    {
        HttpLogEntry entry = attempt("<b>x\u202E", 0, 400, "api.refused");
        entry.message = QStringLiteral("<img src=x>\u200B");
        m_log->add(entry);
        m_model->update();
        QCOMPARE(cell(3, Column::Execution), QStringLiteral("<b>x[U+202E]"));
        QCOMPARE(m_model->index(3, int(Column::Outcome)).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("<p>&lt;img src=x&gt;[U+200B]</p>"));
    }

private:
    QString cell(int row, Column column) const
    {
        return m_model->index(row, int(column)).data().toString();
    }

    std::unique_ptr<RequestLog> m_log;
    std::unique_ptr<RequestModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(tst_RequestModel)
#include "tst_requestmodel.moc"
