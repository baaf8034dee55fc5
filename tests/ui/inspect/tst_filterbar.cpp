// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "ui/inspect/filterbar.h"
#include "ui/inspect/filterchip.h"
#include "ui/inspect/stepselector.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>

using namespace Gapline;
using namespace Gapline::Test;

class tst_FilterBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = std::make_unique<OpenedView>(smallExecutionPages(), smallExecution());
        QVERIFY(m_opened->isOpen());
        m_bar = std::make_unique<FilterBar>();
        m_bar->setView(&view());
        m_bar->resize(900, 60);
        m_bar->show();
    }

    void cleanup()
    {
        m_bar.reset();
        m_opened.reset();
    }

    void chipsCountTheWholeStream()
    {
        QCOMPARE(chip(EventCategory::Execution)->text(), QStringLiteral("execution  2"));
        QCOMPARE(chip(EventCategory::Awaiting)->text(), QStringLiteral("awaiting  1"));
        QCOMPARE(chip(EventCategory::Unknown)->text(), QStringLiteral("other  1"));
        QVERIFY(chip(EventCategory::Loop)->isHidden());
        QCOMPARE(shown(), QStringLiteral("showing 5 of 5"));

        EventFilter filter;
        filter.untilSeq = Seq{4};
        view().setFilter(filter);
        QCOMPARE(chip(EventCategory::Execution)->text(), QStringLiteral("execution  2"));
        QCOMPARE(shown(), QStringLiteral("showing 2 of 5"));
    }

    void aClickHidesAndShowsAgain()
    {
        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("showing 3 of 5"));
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::None);
        QVERIFY(!chip(EventCategory::Execution)->isChecked());
        QVERIFY(
            chip(EventCategory::Execution)->accessibleName().contains(QStringLiteral("hidden")));

        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("showing 5 of 5"));
        QVERIFY(view().filter().isEmpty());
    }

    void onlyThisAndAllButThis()
    {
        trigger(EventCategory::Breached, QStringLiteral("Only this"));
        QCOMPARE(shown(), QStringLiteral("showing 1 of 5"));
        QCOMPARE(chip(EventCategory::Breached)->shown(), Shown::All);
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::None);

        // Adding to what is named keeps naming: a type that appears later is not asked for.
        QTest::mouseClick(chip(EventCategory::Awaiting), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("showing 2 of 5"));
        QVERIFY(!view().filter().types.first().isExclusion);

        trigger(EventCategory::Breached, QStringLiteral("All but this"));
        QCOMPARE(shown(), QStringLiteral("showing 4 of 5"));
    }

    void singleTypesAreInsideTheMenu()
    {
        trigger(EventCategory::Execution, QStringLiteral("execution.dispatched  (1)"));
        QCOMPARE(shown(), QStringLiteral("showing 4 of 5"));
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::Some);
        QVERIFY(chip(EventCategory::Execution)
                    ->accessibleName()
                    .contains(QStringLiteral("partly shown")));
        // A click on a chip of which a part is hidden shows all of it.
        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("showing 5 of 5"));
    }

    void hidingTheLastShownTypeShowsNothingInsteadOfEverything()
    {
        trigger(EventCategory::Breached, QStringLiteral("Only this"));
        QTest::mouseClick(chip(EventCategory::Breached), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("showing 0 of 5"));
    }

    void stepsStandByLineage()
    {
        const QTreeWidget *tree = m_bar->stepSelector()->tree();
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(StepSelector::StepColumn), QStringLiteral("draft"));
        QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(StepSelector::StepColumn),
                 QStringLiteral("human-brand"));
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(StepSelector::EventsColumn),
                 QStringLiteral("2"));
    }

    void aStepIsAskedForWithItsDescendantsOrHidden()
    {
        QTreeWidgetItem *root = m_bar->stepSelector()->tree()->topLevelItem(0);
        root->setCheckState(StepSelector::OnlyColumn, Qt::Checked);
        QCOMPARE(shown(), QStringLiteral("showing 3 of 5"));
        QVERIFY(view().filter().steps.first().withDescendants);
        QVERIFY(m_bar->stepSelector()->text().contains(u'1'));

        root->child(0)->setCheckState(StepSelector::HideColumn, Qt::Checked);
        QCOMPARE(shown(), QStringLiteral("showing 1 of 5"));

        root->setCheckState(StepSelector::HideColumn, Qt::Checked);
        QCOMPARE(root->checkState(StepSelector::OnlyColumn), Qt::Unchecked);
        QCOMPARE(shown(), QStringLiteral("showing 2 of 5"));
    }

    void textIsSearchedForOnReturn()
    {
        QTest::keyClicks(m_bar->textField(), QStringLiteral("SLA-exceeded"));
        QTest::keyClick(m_bar->textField(), Qt::Key_Return);
        QTRY_COMPARE(shown(), QStringLiteral("showing 1 of 5"));
        QVERIFY(view().rows()->rowOf({7}));
    }

    void typingAloneIsEnoughAfterAMoment()
    {
        QTest::keyClicks(m_bar->textField(), QStringLiteral("sla"));
        QVERIFY(view().filter().text.isEmpty());
        QTRY_COMPARE(view().filter().text, QStringLiteral("sla"));
    }

    void seqRangesAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::newRow("range") << QStringLiteral("4-8") << QStringLiteral("showing 3 of 5");
        QTest::newRow("dash") << QStringLiteral(" 4 – 8 ") << QStringLiteral("showing 3 of 5");
        QTest::newRow("from") << QStringLiteral("8-") << QStringLiteral("showing 2 of 5");
        QTest::newRow("to") << QStringLiteral("-4") << QStringLiteral("showing 2 of 5");
        QTest::newRow("one") << QStringLiteral("7") << QStringLiteral("showing 1 of 5");
        QTest::newRow("backwards") << QStringLiteral("8-4") << QStringLiteral("showing 5 of 5");
        QTest::newRow("words") << QStringLiteral("seven") << QStringLiteral("showing 5 of 5");
    }

    void seqRangesAreRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, label);
        m_bar->seqField()->setText(typed);
        QTest::keyClick(m_bar->seqField(), Qt::Key_Return);
        QCOMPARE(shown(), label);
    }

    void aSelectedRangeBecomesTheFilterByItsButton()
    {
        QVERIFY(m_bar->onlySelectionButton()->isHidden());
        view().select(SeqRange{{4}, {8}});
        QVERIFY(!m_bar->onlySelectionButton()->isHidden());
        QCOMPARE(m_bar->onlySelectionButton()->text(), QStringLiteral("Only 4–8"));
        QCOMPARE(shown(), QStringLiteral("showing 5 of 5"));
        m_bar->onlySelectionButton()->click();
        QCOMPARE(shown(), QStringLiteral("showing 3 of 5"));
        QVERIFY(m_bar->onlySelectionButton()->isHidden());
        // A gap holds nothing to show, and one event is no range.
        view().select(SeqRange{{9}, {11}});
        QVERIFY(m_bar->onlySelectionButton()->isHidden());
        view().select(SeqRange{{7}, {7}});
        QVERIFY(m_bar->onlySelectionButton()->isHidden());
    }

    void gapRowsCanBeLeftOut()
    {
        QVERIFY(view().rows()->count() > 5);
        m_bar->gapRowsBox()->click();
        QCOMPARE(view().rows()->count(), 5);
    }

    void clearAllForgetsEverything()
    {
        QVERIFY(!m_bar->clearButton()->isEnabled());
        trigger(EventCategory::Breached, QStringLiteral("Only this"));
        m_bar->seqField()->setText(QStringLiteral("1-2"));
        QTest::keyClick(m_bar->seqField(), Qt::Key_Return);
        QVERIFY(m_bar->clearButton()->isEnabled());
        m_bar->clearButton()->click();
        QCOMPARE(shown(), QStringLiteral("showing 5 of 5"));
        QCOMPARE(m_bar->seqField()->text(), QString());
        QVERIFY(view().filter().isEmpty());
    }

    void theFieldsFollowAFilterSetElsewhere()
    {
        EventFilter filter;
        filter.sinceSeq = Seq{3};
        filter.untilSeq = Seq{7};
        filter.types = {typePatternFrom(u"!step.*")};
        view().setFilter(filter);
        QCOMPARE(m_bar->seqField()->text(), QStringLiteral("4–7"));
        QCOMPARE(chip(EventCategory::Breached)->shown(), Shown::None);
        QCOMPARE(shown(), QStringLiteral("showing 0 of 5"));
    }

    void theBarWrapsWhereItIsNarrow()
    {
        const int wide = m_bar->heightForWidth(4000);
        const int narrow = m_bar->heightForWidth(200);
        QVERIFY2(narrow >= 2 * wide, qPrintable(QStringLiteral("%1 %2").arg(wide).arg(narrow)));
    }

    void theTextFieldTakesWhatItsLineLeaves()
    {
        m_bar->resize(900, m_bar->heightForWidth(900));
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        const QRect text = m_bar->textField()->geometry();
        const QRect clear = m_bar->clearButton()->geometry();
        QVERIFY(text.top() < clear.bottom() && clear.top() < text.bottom());
        QCOMPARE(clear.right() + 1, m_bar->clearButton()->parentWidget()->width());
        const int before = text.width();
        m_bar->resize(1000, m_bar->height());
        QTRY_COMPARE(m_bar->textField()->width(), before + 100);
    }

    void withoutAStreamItIsDisabled()
    {
        m_bar->setView(nullptr);
        QVERIFY(!m_bar->isEnabled());
        QCOMPARE(shown(), QStringLiteral("showing 0 of 0"));
        m_bar->setView(&view());
        m_opened->close();
        m_bar->clearAll();
        m_bar->focusText();
    }

private:
    StreamView &view() { return m_opened->view(); }
    FilterChip *chip(EventCategory category) { return m_bar->chip(category); }
    QString shown() { return m_bar->shownLabel()->text(); }

    void trigger(EventCategory category, const QString &name)
    {
        const std::unique_ptr<QMenu> menu(chip(category)->makeMenu());
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == name) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(name));
    }

    std::unique_ptr<OpenedView> m_opened;
    std::unique_ptr<FilterBar> m_bar;
};

QTEST_MAIN(tst_FilterBar)
#include "tst_filterbar.moc"
