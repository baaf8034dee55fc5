// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "ui/inspect/detailsection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/filterbar.h"
#include "ui/inspect/inspectpage.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinewidget.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

/// Too many events to be laid out at once, on six lanes.
EventStreamPtr longStream()
{
    StreamBuilder builder;
    for (int i = 1; i <= 25'000; ++i)
        builder.event(i, "step.completed", "step_n" + QByteArray::number(i % 5) + "_1_x");
    return builder.scanned(0, 25'001).complete().build();
}

} // namespace

class tst_InspectPage : public QObject
{
    Q_OBJECT

private slots:
    void thePartsShareOneStream()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        InspectPage page;
        page.setView(&opened.view());
        page.table()->selectRow(4);
        QCOMPARE(page.detail()->subject()->title(), QStringLiteral("Event 7"));

        EventFilter filter;
        filter.types = {typePatternFrom(u"execution.*")};
        opened.view().setFilter(filter);
        QCOMPARE(page.filterBar()->shownLabel()->text(),
                 QStringLiteral("2 of 5 events · one gap hidden"));
        QCOMPARE(page.detail()->subject()->title(), QStringLiteral("Event 7"));
    }

    void theTimeZoneChangesEveryPart()
    {
        OpenedView opened(smallExecutionPages());
        InspectPage page;
        page.setView(&opened.view());
        page.setTimeZone(TimeZoneChoice::Local);
        QCOMPARE(page.table()
                     ->streamModel()
                     .headerData(int(StreamModel::Column::Time), Qt::Horizontal)
                     .toString(),
                 QStringLiteral("Time (local)"));
    }

    void theArrangementIsRemembered()
    {
        InspectPage page;
        page.table()->horizontalHeader()->moveSection(5, 0);
        InspectPage other;
        QVERIFY(other.restoreState(page.saveState()));
        QCOMPARE(other.table()->horizontalHeader()->visualIndex(5), 0);
        QVERIFY(!other.restoreState("rubbish"));
        QVERIFY(!other.restoreState({}));
        QCOMPARE(other.table()->horizontalHeader()->visualIndex(5), 0);
    }

    void theLanesOfALongStreamGetTheirHeight()
    {
        Cache cache;
        StreamView view(ExecutionId(QStringLiteral("exec_long")), cache);
        InspectPage page;
        page.resize(1000, 800);
        page.show();
        page.setView(&view);
        QVERIFY(!page.isDrawn());
        QSignalSpy drawn(&page, &InspectPage::drawn);
        view.showStream(longStream());
        QVERIFY(!page.isDrawn());
        QTRY_VERIFY(page.isDrawn());
        QVERIFY(!drawn.isEmpty());
        QCOMPARE(page.timeline()->canvas()->lanes().laneCount, 6U);
        QTRY_COMPARE(page.timeline()->canvas()->lanes().mostScroll(), 0);
    }

    void theTableKeepsFiveRowsInASmallWindow()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        InspectPage page;
        page.resize(1000, 800);
        page.show();
        page.setView(&opened.view());
        QTRY_VERIFY(page.isDrawn());
        const EventTable *table = page.table();
        page.resize(720, 440);
        QTRY_VERIFY(table->viewport()->height() >= 5 * table->rowHeight(0));
        QVERIFY(table->width() >= 64 * page.fontMetrics().averageCharWidth());
        QVERIFY(page.detail()->width() >= page.detail()->minimumSizeHint().width());

        // Also where the panes are as they were left in a larger window.
        InspectPage later;
        later.resize(720, 440);
        QVERIFY(later.restoreState(page.saveState()));
        later.setView(&opened.view());
        later.show();
        QTRY_VERIFY(later.table()->viewport()->height() >= 5 * table->rowHeight(0));
    }

    void anotherExecutionTakesThePlaceAndTheFirstMayGo()
    {
        InspectPage page;
        {
            OpenedView first(smallExecutionPages());
            page.setView(&first.view());
        }
        QCOMPARE(page.table()->streamModel().rowCount(), 0);
        OpenedView second(smallExecutionPages());
        page.setView(&second.view());
        QCOMPARE(page.table()->streamModel().rowCount(), 9);
        page.setView(nullptr);
        QVERIFY(page.detail()->subject()->isHidden());
    }
};

QTEST_MAIN(tst_InspectPage)
#include "tst_inspectpage.moc"
