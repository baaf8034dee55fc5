// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apiclient.h"
#include "core/base/clock.h"
#include "core/cache/cache.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzymatch.h"
#include "ui/shell/paletteentries.h"
#include "ui/shell/palettemodel.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTest>

using namespace Gapline;

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void wordsAndInitialsMatch()
    {
        const QString zoom = QStringLiteral("Zoom to the Whole Stream");
        for (const char *query : {"zoom", "WHOLE", "stream zoom", "zws", "zm whl", "zmstr", ""})
            QVERIFY2(fuzzyScore(QString::fromUtf8(query), zoom), query);
        for (const char *query : {"zoomx", "smaerts", "smz", "exhole"})
            QVERIFY2(!fuzzyScore(QString::fromUtf8(query), zoom), query);
    }

    void whatIsMeantComesFirst()
    {
        const auto score = [](const char *query, const char *text) {
            return fuzzyScore(QString::fromUtf8(query), QString::fromUtf8(text)).value_or(-1);
        };
        QVERIFY(score("gap", "Next Gap") > score("gap", "Go to the Panel"));
        QVERIFY(score("find", "Find in the Events") > score("find", "Show What Was Found, Indeed"));
        QVERIFY(score("next", "Next Gap") > score("next", "Open the context menu"));
        QVERIFY(score("human", "human-legal")
                > score("human", "step_agent_to_human-legal-and-more"));
    }

    void theKeyboardChoosesAndRuns()
    {
        QStringList ran;
        QWidget window;
        QPointer<CommandPalette> palette = new CommandPalette(entries(ran), &window);
        palette->setAttribute(Qt::WA_DeleteOnClose);
        palette->open();
        QCOMPARE(palette->list()->model()->rowCount(), 3);
        QTest::keyClicks(palette->queryField(), QStringLiteral("zoom"));
        QCOMPARE(palette->list()->model()->rowCount(), 2);
        // The shorter one comes first of two that match alike.
        QTest::keyClick(palette->queryField(), Qt::Key_Down);
        QTest::keyClick(palette->queryField(), Qt::Key_Return);
        QVERIFY(ran.isEmpty()); // Once the window has the focus back.
        QTRY_COMPARE(ran, QStringList{QStringLiteral("whole")});
        QTRY_VERIFY(!palette);
    }

    void theSelectionGoesRound()
    {
        QStringList ran;
        CommandPalette palette(entries(ran));
        QTest::keyClick(palette.queryField(), Qt::Key_Up);
        QCOMPARE(palette.list()->currentIndex().row(), 2);
        QTest::keyClick(palette.queryField(), Qt::Key_Down);
        QCOMPARE(palette.list()->currentIndex().row(), 0);
        QTest::keyClick(palette.queryField(), Qt::Key_PageDown);
        QVERIFY(palette.list()->currentIndex().row() > 0);
    }

    void correlationsAreFoundAndNothingIsRunForNothing()
    {
        QStringList ran;
        CommandPalette palette(entries(ran));
        palette.queryField()->setText(QStringLiteral("corr_42"));
        QCOMPARE(palette.list()->currentIndex().data().toString(),
                 QStringLiteral("exec_1[U+202E]"));
        palette.queryField()->setText(QStringLiteral("qqqq"));
        QCOMPARE(palette.list()->model()->rowCount(), 0);
        palette.accept();
        QTest::qWait(1);
        QVERIFY(ran.isEmpty());
    }

    void whatCannotBeUsedNowIsFoundBehindTheRestAndNotRun()
    {
        QMenuBar bar;
        QMenu *menu = bar.addMenu(QStringLiteral("&Reconcile"));
        int runs = 0;
        menu->addAction(QStringLiteral("&Replay Missed"), [&runs] { ++runs; })->setEnabled(false);
        menu->addAction(QStringLiteral("Read the &Play Log"), [&runs] { ++runs; });
        Cache cache;
        const SystemClock clock;
        Workspace workspace(cache, clock, {});
        CommandPalette palette(paletteEntries(bar, workspace));
        palette.queryField()->setText(QStringLiteral("play"));
        const QAbstractItemModel *found = palette.list()->model();
        QCOMPARE(found->rowCount(), 2);
        const QModelIndex replay = found->index(1, 0);
        QCOMPARE(replay.data().toString(), QStringLiteral("Replay Missed"));
        QCOMPARE(replay.data(PaletteModel::DetailRole).toString(),
                 QStringLiteral("Reconcile · not available now"));
        palette.list()->setCurrentIndex(replay);
        palette.accept();
        QTest::qWait(1);
        QCOMPARE(runs, 0);
    }

    void tenThousandEntriesGiveTheBestTwoHundred()
    {
        QList<PaletteEntry> many;
        for (int i = 0; i < 10'000; ++i)
            many.append({QStringLiteral("exec_%1").arg(i), {}, {}, [] {}});
        PaletteModel model(many);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), PaletteModel::kMostShown);
        model.setQuery(QStringLiteral("exec_9999"));
        QCOMPARE(model.data(model.index(0), Qt::DisplayRole).toString(),
                 QStringLiteral("exec_9999"));
    }

    void menuTextsAreReadWithoutTheirMarks()
    {
        QCOMPARE(plainMenuText(QStringLiteral("&Undo Filter: a && b")),
                 QStringLiteral("Undo Filter: a & b"));
        QCOMPARE(plainMenuText(QStringLiteral("a&")), QStringLiteral("a"));
    }

private:
    static QList<PaletteEntry> entries(QStringList &ran)
    {
        const auto run = [&ran](const char *name) {
            return [&ran, name] { ran << QString::fromUtf8(name); };
        };
        return {{QStringLiteral("Zoom to the Whole Stream"),
                 QStringLiteral("View"),
                 QStringLiteral("0"),
                 run("whole")},
                {QStringLiteral("Zoom to the Selection"),
                 QStringLiteral("View"),
                 QStringLiteral("Z"),
                 run("selection")},
                {QStringLiteral("exec_1\u202e"), QStringLiteral("corr_42"), {}, run("exec")}};
    }
};

QTEST_MAIN(tst_CommandPalette)
#include "tst_commandpalette.moc"
