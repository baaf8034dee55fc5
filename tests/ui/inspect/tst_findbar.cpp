// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "core/filter/filterparser.h"
#include "ui/inspect/findbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Gapline;
using namespace Gapline::Test;

class tst_FindBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = std::make_unique<OpenedView>(smallExecutionPages());
        QVERIFY(m_opened->isOpen());
        m_bar = std::make_unique<FindBar>();
        m_bar->setView(&view());
        m_bar->open();
    }

    void cleanup()
    {
        m_bar.reset();
        m_opened.reset();
    }

    void matchesAreCountedAndVisitedInTurn()
    {
        QTest::keyClicks(m_bar->field(), QStringLiteral("HUMAN-brand"));
        QTRY_COMPARE(count(), QStringLiteral("2 matches"));
        // Nothing is hidden by it.
        QCOMPARE(view().rows()->eventCount(), 5);
        QTest::keyClick(m_bar->field(), Qt::Key_Return);
        QTRY_COMPARE(count(), QStringLiteral("1 of 2"));
        QCOMPARE(selected(), 7);
        m_bar->next();
        QCOMPARE(selected(), 8);
        m_bar->next();
        QCOMPARE(selected(), 7);
        QCOMPARE(count(), QStringLiteral("1 of 2 · from the other end"));
        m_bar->previous();
        QCOMPARE(selected(), 8);
        QTest::keyClick(m_bar->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selected(), 7);
    }

    void theNextKeyGoesAsSoonAsSomethingIsFound()
    {
        m_bar->field()->setText(QStringLiteral("teleported"));
        m_bar->next();
        QTRY_COMPARE(count(), QStringLiteral("1 of 1"));
        QCOMPARE(selected(), 8);
    }

    void onlyShownEventsAreFound()
    {
        m_bar->field()->setText(QStringLiteral("corr_42"));
        QTRY_COMPARE(count(), QStringLiteral("4 matches"));
        view().setStreamFilter(parseFilter(u"type:execution.*").value());
        QTRY_COMPARE(count(), QStringLiteral("2 matches"));
        m_bar->field()->setText(QStringLiteral("teleported"));
        QTRY_COMPARE(count(), QStringLiteral("no shown event holds this"));
        const std::optional<SeqRange> before = view().selection();
        m_bar->next();
        QVERIFY(view().selection() == before);
    }

    void escapeClosesIt()
    {
        QSignalSpy closed(m_bar.get(), &FindBar::closed);
        QTest::keyClick(m_bar->field(), Qt::Key_Escape);
        QVERIFY(m_bar->isHidden());
        QCOMPARE(closed.size(), 1);
        // Without words the key for the next match opens it.
        m_bar->next();
        QVERIFY(!m_bar->isHidden());
    }

    void theViewMayGoFirst()
    {
        m_bar->field()->setText(QStringLiteral("corr_42"));
        m_opened->close();
        m_bar->next();
        QVERIFY(m_bar->isHidden() || count() != QStringLiteral("searching …"));
    }

private:
    StreamView &view() { return m_opened->view(); }
    QString count() { return m_bar->countLabel()->text(); }
    qint64 selected() { return view().selection() ? view().selection()->first.value : 0; }

    std::unique_ptr<OpenedView> m_opened;
    std::unique_ptr<FindBar> m_bar;
};

QTEST_MAIN(tst_FindBar)
#include "tst_findbar.moc"
