// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "ui/inspect/filterbar.h"
#include "ui/inspect/filterchip.h"
#include "ui/inspect/filterline.h"
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
        QCOMPARE(chip(EventCategory::Unknown)->text(), QStringLiteral("other type  1"));
        QVERIFY(chip(EventCategory::Loop)->isHidden());
        QCOMPARE(shown(), QStringLiteral("all 5 events"));

        EventFilter filter;
        filter.untilSeq = Seq{4};
        view().setFilter(filter);
        QCOMPARE(chip(EventCategory::Execution)->text(), QStringLiteral("execution  2"));
        QCOMPARE(shown(), QStringLiteral("2 of 5 events"));
    }

    void aScreenReaderHearsTheTypesOfAChipWithoutMarkup()
    {
        QCOMPARE(chip(EventCategory::Execution)->accessibleDescription(),
                 QStringLiteral("execution.dispatched  1\nexecution.completed  1\n"
                                "Click to show or hide; right-click for single types"));
    }

    void aClickHidesAndShowsAgain()
    {
        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("3 of 5 events"));
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::None);
        QVERIFY(!chip(EventCategory::Execution)->isChecked());
        QVERIFY(
            chip(EventCategory::Execution)->accessibleName().contains(QStringLiteral("hidden")));

        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
        QVERIFY(view().filter().isEmpty());
    }

    void onlyThisAndAllButThis()
    {
        trigger(EventCategory::Breached, QStringLiteral("Only this"));
        QCOMPARE(shown(), QStringLiteral("1 of 5 events"));
        QCOMPARE(chip(EventCategory::Breached)->shown(), Shown::All);
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::None);

        // Adding to what is named keeps naming: a type that appears later is not asked for.
        QTest::mouseClick(chip(EventCategory::Awaiting), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("2 of 5 events"));
        QVERIFY(!view().filter().types.first().isExclusion);

        trigger(EventCategory::Breached, QStringLiteral("All but this"));
        QCOMPARE(shown(), QStringLiteral("4 of 5 events"));
    }

    void singleTypesAreInsideTheMenu()
    {
        trigger(EventCategory::Execution, QStringLiteral("execution.dispatched  (1)"));
        QCOMPARE(shown(), QStringLiteral("4 of 5 events"));
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::Some);
        QVERIFY(chip(EventCategory::Execution)
                    ->accessibleName()
                    .contains(QStringLiteral("partly shown")));
        // A click on a chip of which a part is hidden shows all of it.
        QTest::mouseClick(chip(EventCategory::Execution), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
    }

    void hidingTheLastShownTypeShowsNothingInsteadOfEverything()
    {
        trigger(EventCategory::Breached, QStringLiteral("Only this"));
        QTest::mouseClick(chip(EventCategory::Breached), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("0 of 5 events"));
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
        QCOMPARE(shown(), QStringLiteral("3 of 5 events"));
        QVERIFY(view().filter().steps.first().withDescendants);
        QVERIFY(m_bar->stepSelector()->text().contains(u'1'));

        root->child(0)->setCheckState(StepSelector::HideColumn, Qt::Checked);
        QCOMPARE(shown(), QStringLiteral("1 of 5 events"));

        root->setCheckState(StepSelector::HideColumn, Qt::Checked);
        QCOMPARE(root->checkState(StepSelector::OnlyColumn), Qt::Unchecked);
        QCOMPARE(shown(), QStringLiteral("2 of 5 events"));
    }

    void textIsSearchedForOnReturn()
    {
        QTest::keyClicks(m_bar->filterLine(), QStringLiteral("SLA-exceeded"));
        QTest::keyClick(m_bar->filterLine(), Qt::Key_Return);
        QTRY_COMPARE(shown(), QStringLiteral("1 of 5 events"));
        QVERIFY(view().rows()->rowOf({7}));
    }

    void typingAloneIsEnoughAfterAMoment()
    {
        QTest::keyClicks(m_bar->filterLine(), QStringLiteral("sla"));
        QVERIFY(view().filter().text.isEmpty());
        QTRY_COMPARE(view().filter().text, QStringLiteral("sla"));
    }

    void lineAndChipsAreTheSameFilter()
    {
        write(QStringLiteral("type:step.* -type:step.teleported seq:4..8"));
        QCOMPARE(shown(), QStringLiteral("2 of 5 events"));
        QCOMPARE(chip(EventCategory::Execution)->shown(), Shown::None);
        QCOMPARE(chip(EventCategory::Breached)->shown(), Shown::All);
        QCOMPARE(m_bar->seqField()->text(), QStringLiteral("4–8"));
        // What says the same stays as it was written.
        QCOMPARE(line()->text(), QStringLiteral("type:step.* -type:step.teleported seq:4..8"));

        trigger(EventCategory::Execution, QStringLiteral("All but this"));
        QCOMPARE(line()->text(),
                 QStringLiteral("-type:execution.dispatched -type:execution.completed seq:4..8"));
        m_bar->clearAll();
        QCOMPARE(line()->text(), QString());
        QTreeWidgetItem *root = m_bar->stepSelector()->tree()->topLevelItem(0);
        root->setCheckState(StepSelector::OnlyColumn, Qt::Checked);
        QCOMPARE(line()->text(), QStringLiteral("step:step_draft_1_x/"));
        QCOMPARE(shown(), QStringLiteral("3 of 5 events"));
    }

    void whatIsWrongIsSaidAndRepaired()
    {
        QVERIFY(m_bar->problemLabel()->isHidden());
        write(QStringLiteral("seq:4.. typ:step.breached"));
        // Nothing of it is applied, and the earlier filter stands.
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
        QVERIFY(!m_bar->problemLabel()->isHidden());
        QVERIFY(m_bar->problemLabel()->text().startsWith(
            QStringLiteral("⚠ At 9, \"typ:step.breached\": There is no \"typ:\"")));
        QVERIFY(m_bar->clearButton()->isEnabled());
        QCOMPARE(m_bar->repairButton()->text(), QStringLiteral("Write type:step.breached"));
        m_bar->repairButton()->click();
        QCOMPARE(shown(), QStringLiteral("1 of 5 events"));
        QVERIFY(m_bar->problemLabel()->isHidden());
        QVERIFY(m_bar->repairButton()->isHidden());
    }

    void aTypeThatDoesNotOccurIsRemarkedUpon()
    {
        write(QStringLiteral("type:step.completd"));
        QCOMPARE(shown(), QStringLiteral("0 of 5 events"));
        QCOMPARE(m_bar->problemLabel()->text(),
                 QStringLiteral("No event of this stream has a type \"step.completd\"."));
    }

    void verdictsNeedAComparison()
    {
        write(QStringLiteral("verdict:missed"));
        QVERIFY(m_bar->problemLabel()->text().contains(QStringLiteral("reconcile")));
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
    }

    void theLineCompletesTypesStepsAndNodes()
    {
        QTest::keyClicks(line(), QStringLiteral("ty"));
        QCOMPARE(line()->completions().constFirst(), QStringLiteral("type:"));
        line()->insertCompletion(QStringLiteral("type:"));
        QCOMPARE(line()->text(), QStringLiteral("type:"));
        QTest::keyClicks(line(), QStringLiteral("bre"));
        QCOMPARE(line()->completions(), QStringList{QStringLiteral("step.breached")});
        line()->insertCompletion(QStringLiteral("step.breached"));
        QCOMPARE(line()->text(), QStringLiteral("type:step.breached "));
        QTest::keyClicks(line(), QStringLiteral("step:human"));
        QCOMPARE(line()->completions(),
                 (QStringList{QStringLiteral("human-brand/"),
                              QStringLiteral("step_draft_1_x__to__human-brand")}));
        line()->insertCompletion(QStringLiteral("human-brand/"));
        line()->apply();
        QCOMPARE(shown(), QStringLiteral("1 of 5 events"));
        // A word finds its key by itself.
        write(QString());
        QTest::keyClicks(line(), QStringLiteral("-tele"));
        QCOMPARE(line()->completions(), QStringList{QStringLiteral("-type:step.teleported")});
    }

    void theCounterSaysWhatIsHidden()
    {
        EventFilter filter;
        filter.untilSeq = Seq{4};
        view().setFilter(filter);
        QCOMPARE(m_bar->shownLabel()->text(), QStringLiteral("2 of 5 events · 3 gaps hidden"));
        m_bar->clearAll();
        m_bar->gapRowsBox()->click();
        QCOMPARE(m_bar->shownLabel()->text(), QStringLiteral("all 5 events · 4 gaps hidden"));
    }

    void seqRangesAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::newRow("range") << QStringLiteral("4-8") << QStringLiteral("3 of 5 events");
        QTest::newRow("dash") << QStringLiteral(" 4 – 8 ") << QStringLiteral("3 of 5 events");
        QTest::newRow("from") << QStringLiteral("8-") << QStringLiteral("2 of 5 events");
        QTest::newRow("to") << QStringLiteral("-4") << QStringLiteral("2 of 5 events");
        QTest::newRow("one") << QStringLiteral("7") << QStringLiteral("1 of 5 events");
        QTest::newRow("backwards") << QStringLiteral("8-4") << QStringLiteral("all 5 events");
        QTest::newRow("words") << QStringLiteral("seven") << QStringLiteral("all 5 events");
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
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
        m_bar->onlySelectionButton()->click();
        QCOMPARE(shown(), QStringLiteral("3 of 5 events"));
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
        QCOMPARE(shown(), QStringLiteral("all 5 events"));
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
        QCOMPARE(shown(), QStringLiteral("0 of 5 events"));
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
        const QRect text = m_bar->filterLine()->geometry();
        const QRect clear = m_bar->clearButton()->geometry();
        QVERIFY(text.top() < clear.bottom() && clear.top() < text.bottom());
        QCOMPARE(clear.right() + 1, m_bar->clearButton()->parentWidget()->width());
        const int before = text.width();
        m_bar->resize(1000, m_bar->height());
        QTRY_COMPARE(m_bar->filterLine()->width(), before + 100);
    }

    void withoutAStreamItIsDisabled()
    {
        m_bar->setView(nullptr);
        QVERIFY(!m_bar->isEnabled());
        QCOMPARE(shown(), QStringLiteral("no events"));
        m_bar->setView(&view());
        m_opened->close();
        m_bar->clearAll();
        m_bar->focusLine();
    }

private:
    StreamView &view() { return m_opened->view(); }
    FilterChip *chip(EventCategory category) { return m_bar->chip(category); }
    QString shown() { return m_bar->shownLabel()->text().section(QStringLiteral(" · "), 0, 0); }
    FilterLine *line() { return m_bar->filterLine(); }
    void write(const QString &text)
    {
        line()->selectAll();
        QTest::keyClicks(line(), text);
        QTest::keyClick(line(), Qt::Key_Return);
    }

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
