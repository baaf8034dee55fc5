// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "core/filter/filterparser.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/gapexpansion.h"
#include "ui/inspect/showntext.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

#include <algorithm>

using namespace Gapline;
using namespace Gapline::Test;

class tst_EventTable : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = std::make_unique<OpenedView>(smallExecutionPages(), smallExecution());
        QVERIFY(m_opened->isOpen());
        m_table = std::make_unique<EventTable>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &m_table->streamModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_table->setView(&view());
        m_table->resize(900, 400);
        m_table->show();
    }

    void cleanup()
    {
        m_tester.reset();
        m_table.reset();
        m_opened.reset();
    }

    void rowsAndGapsOfTheStreamAreShown()
    {
        QCOMPARE(m_table->streamModel().rowCount(), 9);
        QCOMPARE(text(1, StreamModel::Column::Seq), QStringLiteral("seq 2–3 · 2 internal-only"));
        QTRY_COMPARE(text(4, StreamModel::Column::Data), QStringLiteral("reason sla-exceeded"));
    }

    void aGapOpensIntoWhatIsKnownOfItAndStaysOpenUnderAFilter()
    {
        const int closed = m_table->rowHeight(1);
        QCOMPARE(m_table->gapExpansion().linesOf(1), QStringList());
        QVERIFY(m_table->gapExpansion().toggle(1));
        QVERIFY(!m_table->gapExpansion().toggle(2)); // An event.
        const QStringList lines = m_table->gapExpansion().linesOf(1);
        QVERIFY(lines.size() >= 2);
        QVERIFY(lines.constFirst().startsWith(QStringLiteral("step.")));
        QVERIFY(lines.constLast().startsWith(QStringLiteral("Inferred")));
        QVERIFY(m_table->rowHeight(1)
                > closed + lines.size() * m_table->fontMetrics().height() / 2);
        QCOMPARE(m_table->rowHeight(2), closed);
        QVERIFY(m_table->gapExpansion().toggle(6)); // Seqs 9 to 11, which move up under the filter.
        EventFilter filter;
        filter.types = {typePatternFrom(u"execution.*")};
        view().setFilter(filter);
        QVERIFY(m_table->gapExpansion().isOpen(1));
        const int moved = m_table->streamModel().rowOf(Seq{9}).value_or(-1);
        QVERIFY(moved > 1 && moved < 6);
        for (int row = 0; row < m_table->streamModel().rowCount(); ++row)
            QCOMPARE(m_table->rowHeight(row) > closed, row == 1 || row == moved);
        view().setFilter({});
        for (int row = 0; row < m_table->streamModel().rowCount(); ++row)
            QCOMPARE(m_table->rowHeight(row) > closed, row == 1 || row == 6);
        QRect line = m_table->visualRect(m_table->model()->index(1, 0));
        line.setHeight(closed);
        QTest::mouseClick(m_table->viewport(),
                          Qt::LeftButton,
                          {},
                          GapExpansion::triangleOf(line, m_table->fontMetrics()).center());
        QVERIFY(!m_table->gapExpansion().isOpen(1));
        QCOMPARE(m_table->rowHeight(1), closed);
    }

    void aScreenReaderReadsWhatAnOpenGapRowSays()
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_table.get());
        const auto name = [table] {
            return table->tableInterface()->cellAt(1, 0)->text(QAccessible::Name);
        };
        QCOMPARE(name(), QStringLiteral("seq 2–3 · 2 internal-only"));
        QVERIFY(m_table->gapExpansion().toggle(1));
        const QStringList lines = m_table->gapExpansion().linesOf(1);
        QVERIFY(lines.size() >= 2);
        QCOMPARE(name(), QStringLiteral("seq 2–3 · 2 internal-only\n") + lines.join(u'\n'));
        QVERIFY(m_table->gapExpansion().toggle(1));
        QCOMPARE(name(), QStringLiteral("seq 2–3 · 2 internal-only"));
    }

    void aClickSelectsForEveryView()
    {
        QSignalSpy changed(&view(), &StreamView::selectionChanged);
        click(4);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{7}, {7}}));
        click(6);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{9}, {11}}));
        QCOMPARE(changed.count(), 2);
    }

    void severalRowsAreOneRangeOfSeqs()
    {
        click(2);
        click(5, Qt::ShiftModifier);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{4}, {8}}));
        QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{4}, {11}}));
    }

    void aSelectionMadeElsewhereIsShown()
    {
        view().select(SeqRange{{4}, {7}});
        QCOMPARE(selectedRows(), (QList<int>{2, 3, 4}));
        view().select(SeqRange{{12}, {12}});
        QCOMPARE(selectedRows(), QList<int>{7});
        QCOMPARE(m_table->currentIndex().row(), 7);
        view().select(std::nullopt);
        QCOMPARE(selectedRows(), QList<int>());
    }

    void theSelectionSurvivesAFilterAndComesBack()
    {
        click(4);
        EventFilter filter;
        filter.types = {typePatternFrom(u"execution.*")};
        view().setFilter(filter);
        QCOMPARE(selectedRows(), QList<int>());
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{7}, {7}}));
        view().setFilter({});
        QCOMPARE(selectedRows(), QList<int>{4});
    }

    void theArrowKeysMoveTheSelection()
    {
        click(0);
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{2}, {3}}));
        QTest::keyClick(m_table.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view().selection(), std::optional<SeqRange>(SeqRange{{13}, {15}}));
    }

    void rowsAreCopiedAsTsvWithAHeader()
    {
        QSignalSpy noticed(m_table.get(), &EventTable::noticed);
        m_table->horizontalHeader()->moveSection(1, 0);
        m_table->setColumnHidden(int(StreamModel::Column::Type), true);
        view().select(SeqRange{{4}, {7}});
        m_table->copyRows();
        QTRY_COMPARE(noticed.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Time (UTC)\tSeq\tΔ prev\tStep\tData\n"
                                "2026-04-28T11:08:25.255Z\t4\t+1.0 s\tdraft\t"
                                "waitingForReviewers 1 · mandatory 1 · note <img src=file:///x>\n"
                                "\tseq 5–6 · 2 internal-only\t\t\t\n"
                                "2026-04-28T11:11:37.257Z\t7\t+3 m 12 s\thuman-brand\t"
                                "reason sla-exceeded\n"));
    }

    void rowsAreCopiedInOtherForms()
    {
        for (const auto column : {StreamModel::Column::Time, StreamModel::Column::Data})
            m_table->setColumnHidden(int(column), true);
        view().select(SeqRange{{7}, {9}});
        QCOMPARE(copied(QStringLiteral("Copy Rows without Header")),
                 QStringLiteral("7\t+3 m 12 s\tstep.breached\thuman-brand\n"
                                "8\t−257 ms\tstep.teleported\thuman-brand\n"
                                "seq 9–11 · 3 internal-only\t\t\t\n"));
        QCOMPARE(copied(QStringLiteral("Copy Rows as CSV")),
                 QStringLiteral("Seq,Δ prev,Type,Step\r\n"
                                "7,+3 m 12 s,step.breached,human-brand\r\n"
                                "8,−257 ms,step.teleported,human-brand\r\n"
                                "seq 9–11 · 3 internal-only,,,\r\n"));
        QCOMPARE(copied(QStringLiteral("Copy Rows as Markdown")),
                 QStringLiteral("| Seq | Δ prev | Type | Step |\n"
                                "| --- | --- | --- | --- |\n"
                                "| 7 | +3 m 12 s | step.breached | human-brand |\n"
                                "| 8 | −257 ms | step.teleported | human-brand |\n"
                                "| seq 9–11 · 3 internal-only |  |  |  |\n"));
        // The events as they were sent, without the gap.
        QCOMPARE(copied(QStringLiteral("Copy Events as NDJSON")),
                 QString::fromUtf8(m_opened->raw(7) + '\n' + m_opened->raw(8) + '\n'));
    }

    void noTextBreaksOutOfMarkdown()
    {
        view().select(SeqRange{{4}, {4}});
        const QString copy = copied(QStringLiteral("Copy Rows as Markdown"));
        QVERIFY(copy.contains(QStringLiteral("note \\<img src=file:///x\\>")));
    }

    void aFilterIsMadeFromAnyCell_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("only");
        QTest::addColumn<QString>("hide");
        const auto row =
            [](const char *name, StreamModel::Column column, const char *only, const char *hide) {
                QTest::newRow(name)
                    << int(column) << QString::fromUtf8(only) << QString::fromUtf8(hide);
            };
        row("seq", StreamModel::Column::Seq, "seq:7", "");
        row("time",
            StreamModel::Column::Time,
            "from:2026-04-28T11:11:37.257Z",
            "to:2026-04-28T11:11:37.256Z");
        row("delta", StreamModel::Column::Delta, "", "");
        row("type", StreamModel::Column::Type, "type:step.breached", "-type:step.breached");
        row("step",
            StreamModel::Column::Step,
            "step:step_draft_1_x__to__human-brand",
            "-step:step_draft_1_x__to__human-brand");
        row("data", StreamModel::Column::Data, "text:\"reason sla-exceeded\"", "");
    }

    void aFilterIsMadeFromAnyCell()
    {
        QFETCH(int, column);
        QFETCH(QString, only);
        QFETCH(QString, hide);
        m_table->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        (void)m_opened->raw(7); // Its data is at hand.
        const StreamModel &model = m_table->streamModel();
        const QModelIndex cell = model.index(*model.rowOf({7}), column);
        m_table->setCurrentIndex(cell);
        QTest::keyClick(m_table.get(), Qt::Key_V);
        QCOMPARE(filterText(view().streamFilter()), only);
        view().clearFilter();
        m_table->setCurrentIndex(cell);
        QTest::keyClick(m_table.get(), Qt::Key_V, Qt::ShiftModifier);
        QCOMPARE(filterText(view().streamFilter()), hide);
    }

    void aGapHasNoValueToFilterBy()
    {
        QSignalSpy noticed(m_table.get(), &EventTable::noticed);
        m_table->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        m_table->setCurrentIndex(m_table->streamModel().index(1, 0));
        QTest::keyClick(m_table.get(), Qt::Key_V);
        QCOMPARE(noticed.count(), 1);
        QVERIFY(view().filter().isEmpty());
    }

    void columnsAreChosenByName()
    {
        const QStringList names{
            QStringLiteral("type"), QStringLiteral("nonsense"), QStringLiteral("seq")};
        m_table->showColumns(names);
        QCOMPARE(m_table->shownColumnNames(),
                 (QStringList{QStringLiteral("type"), QStringLiteral("seq")}));
        m_table->showColumns({QStringLiteral("webhook")}); // Nothing was compared.
        m_table->showColumns({});
        m_table->showColumns({QStringLiteral("data"), QStringLiteral("seq")});
        QCOMPARE(m_table->shownColumnNames(),
                 (QStringList{QStringLiteral("data"), QStringLiteral("seq")}));
    }

    void theEventIsCopiedByteForByte()
    {
        QSignalSpy noticed(m_table.get(), &EventTable::noticed);
        click(2);
        m_table->copyEventJson();
        QTRY_COMPARE(noticed.count(), 1);
        const QByteArray copied =
            QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("application/json"));
        QCOMPARE(copied, m_opened->raw(4));
        QVERIFY(copied.contains("\"shard\":9007199254740993}"));
    }

    void theMenuFiltersByTypeAndStep()
    {
        choose(4, QStringLiteral("Only type step.breached"));
        QCOMPARE(view().rows()->eventCount(), 1);
        view().setFilter({});
        choose(4, QStringLiteral("Hide type step.breached"));
        QCOMPARE(view().rows()->eventCount(), 4);
        view().setFilter({});
        choose(4, QStringLiteral("Only step human-brand"));
        QCOMPARE(view().rows()->eventCount(), 2);
        view().setFilter({});
        choose(4, QStringLiteral("Hide step human-brand"));
        QCOMPARE(view().rows()->eventCount(), 3);
    }

    void theMenuOfAGapOpensIt()
    {
        const QString name = QStringLiteral("Open or Close the &Gap");
        choose(1, name);
        QVERIFY(m_table->gapExpansion().isOpen(1));
        choose(1, name);
        QVERIFY(!m_table->gapExpansion().isOpen(1));
        const std::unique_ptr<QMenu> ofEvent(m_table->menuForRow(2));
        QVERIFY(std::ranges::none_of(
            ofEvent->actions(), [&name](const QAction *action) { return action->text() == name; }));
    }

    void whatIsSelectedStaysInSightWhenTheTableBecomesLower()
    {
        m_table->selectRow(8);
        const QModelIndex selected = m_table->currentIndex();
        QCOMPARE(selected.row(), 8);
        m_table->resize(900, 130);
        QCoreApplication::processEvents();
        const QRect row = m_table->visualRect(selected);
        QVERIFY(row.top() >= 0 && row.bottom() <= m_table->viewport()->height());
        QVERIFY(m_table->viewport()->height() < 8 * row.height());
    }

    void whatIsUnderCopyCopies()
    {
        m_table->selectRow(2);
        const std::unique_ptr<QMenu> menu(m_table->menuForRow(2));
        QMenu *copies = nullptr;
        for (const QAction *action : menu->actions()) {
            if (action->text() == QLatin1String("&Copy"))
                copies = action->menu();
        }
        QVERIFY(copies && copies->actions().size() >= 6);
        for (const QAction *action : copies->actions())
            QVERIFY2(action->text().remove(u'&').startsWith(QLatin1String("Copy ")),
                     qPrintable(action->text()));
    }

    void theColumnsAreRemembered()
    {
        m_table->horizontalHeader()->moveSection(5, 0);
        m_table->setColumnHidden(int(StreamModel::Column::Delta), true);
        EventTable other;
        QVERIFY(other.restoreState(m_table->saveState()));
        QCOMPARE(other.horizontalHeader()->visualIndex(5), 0);
        QVERIFY(other.isColumnHidden(int(StreamModel::Column::Delta)));
        QVERIFY(!other.restoreState("rubbish"));
    }

    void everyRowHasTheSameHeightForAnyFont()
    {
        const int before = m_table->rowHeight(0);
        QCOMPARE(m_table->rowHeight(1), before);
        QFont font = m_table->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        m_table->setFont(font);
        QVERIFY(m_table->rowHeight(0) > before * 3 / 2);
        QCOMPARE(m_table->rowHeight(1), m_table->rowHeight(0));
    }

    void gapRowsAreHatched()
    {
        const QImage image = m_table->viewport()->grab().toImage();
        const auto coloursOf = [&](int row) {
            QSet<QRgb> colours;
            const int y = m_table->rowViewportPosition(row) + m_table->rowHeight(row) / 2;
            // The right end, where no text is.
            for (int x = image.width() - 60; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
            return colours.size();
        };
        QCOMPARE(coloursOf(0), 1);
        QVERIFY(coloursOf(1) > 1);
    }

    void theViewMayGoFirst()
    {
        m_opened->close();
        m_table->copyRows();
        m_table->copyEventJson();
        QCOMPARE(m_table->streamModel().rowCount(), 0);
        m_table->setView(nullptr);
    }

    void anExecutionReadToItsEndWithoutEventsIsNotUnknown()
    {
        OpenedView silent({"{\"result\":{\"executionId\":\"exec_silent\",\"events\":[],"
                           "\"nextCursor\":0,\"hasMore\":false}}"});
        QVERIFY(silent.isOpen());
        // OpenedView fetches at 1777377600000 ms.
        QCOMPARE(whyNoRows(silent.view(), TimeZoneChoice::Utc),
                 QStringLiteral("The API has no event of this execution to show (fetched "
                                "2026-04-28 12:00:00Z)."));
        QCOMPARE(shownText(silent.view()), QStringLiteral("no events"));
    }

private:
    StreamView &view() { return m_opened->view(); }

    /// What the command puts on the clipboard.
    QString copied(const QString &command)
    {
        QSignalSpy noticed(m_table.get(), &EventTable::noticed);
        for (QAction *action : m_table->actions()) {
            if (action->text().remove(u'&') == command)
                action->trigger();
        }
        (void)QTest::qWaitFor([&noticed] { return noticed.count() > 0; });
        return QGuiApplication::clipboard()->text();
    }

    QString text(int row, StreamModel::Column column)
    {
        return m_table->streamModel().index(row, int(column)).data().toString();
    }

    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect rect = m_table->visualRect(m_table->streamModel().index(row, 0));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, rect.center());
    }

    QList<int> selectedRows()
    {
        QList<int> rows;
        for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
            rows << index.row();
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    void choose(int row, const QString &name)
    {
        const std::unique_ptr<QMenu> menu(m_table->menuForRow(row));
        for (QAction *action : menu->actions()) {
            if (action->text() == name) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(name));
    }

    std::unique_ptr<OpenedView> m_opened;
    std::unique_ptr<EventTable> m_table;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(tst_EventTable)
#include "tst_eventtable.moc"
