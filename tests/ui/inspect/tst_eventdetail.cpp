// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "ui/inspect/detailsection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/jsontree.h"
#include "ui/inspect/jsonview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>

using namespace Gapline;
using namespace Gapline::Test;

class tst_EventDetail : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentedExampleShowsEveryField()
    {
        QByteArray page =
            "{'result':{'executionId':'exec_1777374504255_xzy43k9q','events':[{'eventId':'evt_abc.."
            ".',"
            "'seq':7,'type':'step.awaiting-approval',"
            "'stepId':'step_agent-draft_..._lwofay__to__human-legal','timestamp':1777374842347,"
            "'correlationId':'corr_campaign_42','data':{'waitingForReviewers':1,'mandatoryCount':1,"
            "'resumeKey':'human:...'}}],'nextCursor':12,'hasMore':false}}";
        OpenedView opened({page.replace('\'', '"')});
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{7}, {7}});
        QTRY_VERIFY(!fact(detail.subject(), "Event id").isEmpty());
        QCOMPARE(fact(detail.subject(), "Type"), QStringLiteral("step.awaiting-approval"));
        QCOMPARE(fact(detail.subject(), "Seq"), QStringLiteral("7"));
        QCOMPARE(fact(detail.subject(), "Time"), QStringLiteral("2026-04-28T11:14:02.347Z"));
        QCOMPARE(fact(detail.subject(), "Step"), QStringLiteral("human-legal"));
        QCOMPARE(fact(detail.subject(), "Step id"),
                 QStringLiteral("step_agent-draft_..._lwofay__to__human-legal"));
        QCOMPARE(fact(detail.subject(), "Correlation"), QStringLiteral("corr_campaign_42"));
        QCOMPARE(fact(detail.subject(), "Event id"), QStringLiteral("evt_abc..."));
        QVERIFY(detail.jsonView()->shownText().contains(
            QStringLiteral("\"resumeKey\": \"human:...\"")));
    }

    void whatIsReadToItsEndAndEmptyIsSaidToBeThat()
    {
        OpenedView silent({"{\"result\":{\"executionId\":\"exec_silent\",\"events\":[],"
                           "\"nextCursor\":0,\"hasMore\":false}}"});
        EventDetail detail;
        detail.setView(&silent.view());
        // OpenedView fetches at 1777377600000 ms.
        QCOMPARE(detail.subject()->sentences(),
                 QStringList{QStringLiteral("The API has no event of this execution to show "
                                            "(fetched 2026-04-28 12:00:00Z).")});

        OpenedView hidden({"{\"result\":{\"executionId\":\"exec_hidden\",\"events\":[],"
                           "\"nextCursor\":4,\"hasMore\":false}}"});
        detail.setView(&hidden.view());
        QCOMPARE(detail.subject()->sentences(),
                 QStringList{
                     QStringLiteral("All its seqs are scanned, and none holds a visible event.")});
    }

    void theDataStandsAsATreeWhenAskedFor()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{7}, {7}});
        QTRY_VERIFY(!detail.jsonView()->shownText().isEmpty());
        detail.treeButton()->click();
        const JsonTree *tree = detail.jsonView()->tree();
        QVERIFY(tree && !tree->isHidden());
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("reason"));
        QCOMPARE(tree->topLevelItem(0)->text(1), QStringLiteral("sla-exceeded"));
        detail.treeButton()->click();
        QVERIFY(tree->isHidden());
    }

    void anEventShowsItsFieldsDataStepAndTheHiddenSeqsNearIt()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{7}, {7}});
        QCOMPARE(detail.subject()->title(), QStringLiteral("Event 7"));
        QTRY_COMPARE(fact(detail.subject(), "Event id"), QStringLiteral("evt_7"));
        QCOMPARE(fact(detail.subject(), "Since prev"), QStringLiteral("+3 m 12.002 s"));
        QCOMPARE(detail.jsonView()->shownText(),
                 QStringLiteral("{\n  \"reason\": \"sla-exceeded\"\n}"));

        QVERIFY(!detail.step()->isHidden());
        QCOMPARE(fact(detail.step(), "Node type"), QStringLiteral("human"));
        QCOMPARE(fact(detail.step(), "Status"), QStringLiteral("breached"));
        QCOMPARE(fact(detail.step(), "Duration"), QStringLiteral("3 m 12.002 s"));
        QCOMPARE(fact(detail.step(), "Output"), QStringLiteral("decision none"));
        QCOMPARE(fact(detail.step(), "Error"), QStringLiteral("E1: sla"));

        QCOMPARE(
            detail.hiddenSeqs()->sentences(),
            QStringList{QStringLiteral(
                "Seqs 5–6 were used by internal-only events. They are filtered out by the API and "
                "were never sent as webhooks: nothing is missing here.")});
    }

    void naughtyTextStaysPlainAndUnknownFieldsAreShown()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{4}, {4}});
        QTRY_COMPARE(fact(detail.subject(), "Correlation"), QStringLiteral("<b>bold</b>"));
        QCOMPARE(fact(detail.subject(), "shard"), QStringLiteral("9007199254740993"));
        QVERIFY(detail.jsonView()->shownText().contains(QStringLiteral("<img src=file:///x>")));
        const QList<QLabel *> labels = detail.findChildren<QLabel *>();
        QVERIFY(labels.size() > 10);
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void anUnknownTypeWithoutDataAndABackwardClockAreExplained()
    {
        OpenedView opened(smallExecutionPages());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{8}, {8}});
        QCOMPARE(fact(detail.subject(), "Type"), QStringLiteral("step.teleported"));
        QCOMPARE(fact(detail.subject(), "Since prev"), QStringLiteral("−257 ms"));
        QTRY_COMPARE(detail.json()->sentences(),
                     QStringList{QStringLiteral("This event carries no data.")});
        QVERIFY(detail.remarks()->sentences().first().startsWith(
            QStringLiteral("Clock ran backwards")));
        QVERIFY(detail.step()->isHidden());
    }

    void aGapTellsWhatItIs()
    {
        OpenedView opened(smallExecutionPages());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{9}, {11}});
        QCOMPARE(detail.subject()->title(), QStringLiteral("Hidden seqs 9–11"));
        QCOMPARE(fact(detail.subject(), "Kind"), QStringLiteral("internal-only"));
        QCOMPARE(fact(detail.subject(), "Count"), QStringLiteral("3"));
        QVERIFY(detail.subject()->sentences().first().contains(
            QStringLiteral("nothing is missing here")));
        QVERIFY(detail.json()->isHidden());
    }

    void anUnknownGapSaysHowToScanItAndNeverThatNothingIsMissing()
    {
        OpenedView opened(smallExecutionPages());
        opened.view().showStream(
            StreamBuilder().events({7, 13}).scanned(5, 7).scanned(12, 13).build());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{8}, {12}});
        QCOMPARE(fact(detail.subject(), "Kind"), QStringLiteral("unknown: not scanned yet"));
        const QString words = detail.subject()->sentences().first();
        QVERIFY(words.contains(QStringLiteral("Seqs 8–12 have not been scanned yet")));
        QVERIFY(words.contains(QStringLiteral("sinceSeq = 7")));
        QVERIFY(!words.contains(QStringLiteral("missing")));

        // A hole that is partly scanned is told part by part.
        opened.view().select(SeqRange{{7}, {7}});
        QCOMPARE(detail.hiddenSeqs()->sentences().size(), 3);
        QVERIFY(
            detail.hiddenSeqs()->sentences().at(0).startsWith(QStringLiteral("Seqs 1–5 have not")));
        QVERIFY(
            detail.hiddenSeqs()->sentences().at(1).startsWith(QStringLiteral("Seq 6 was used")));
        QVERIFY(detail.hiddenSeqs()->sentences().at(2).startsWith(
            QStringLiteral("Seqs 8–12 have not")));
    }

    void severalRowsAreSummedUp()
    {
        OpenedView opened(smallExecutionPages());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{4}, {10}});
        QCOMPARE(detail.subject()->title(), QStringLiteral("Seqs 4–10"));
        QCOMPARE(fact(detail.subject(), "Events"), QStringLiteral("3"));
        QCOMPARE(fact(detail.subject(), "Internal-only"), QStringLiteral("4"));
        QCOMPARE(fact(detail.subject(), "First to last"), QStringLiteral("3 m 11.745 s"));
    }

    void withoutASelectionTheExecutionIsShown()
    {
        OpenedView opened(smallExecutionPages(), smallExecution());
        EventDetail detail;
        detail.setView(&opened.view());
        QCOMPARE(fact(detail.subject(), "Execution"), QStringLiteral("exec_small"));
        QCOMPARE(fact(detail.subject(), "Status"), QStringLiteral("failed"));
        QCOMPARE(fact(detail.subject(), "Duration"), QStringLiteral("3 m 20.000 s"));
        QCOMPARE(fact(detail.subject(), "Definition"), QStringLiteral("doc-signoff, version 3"));
        QCOMPARE(fact(detail.subject(), "Failure"), QStringLiteral("E_SLA: too late"));
        const DetailSection *stream = detail.streamFactsSection();
        QCOMPARE(fact(stream, "Seqs scanned"), QStringLiteral("15"));
        QCOMPARE(fact(stream, "Events"), QStringLiteral("5"));
        QCOMPARE(fact(stream, "Internal-only"), QStringLiteral("10"));
        QCOMPARE(fact(stream, "Cursor"), QStringLiteral("15"));
        QCOMPARE(fact(stream, "Read to its end"), QStringLiteral("yes"));
    }

    void theJsonIsCopiedByteForByte()
    {
        OpenedView opened(smallExecutionPages());
        EventDetail detail;
        detail.setView(&opened.view());
        opened.view().select(SeqRange{{4}, {4}});
        QTRY_VERIFY(!fact(detail.subject(), "Event id").isEmpty());
        detail.copyJson();
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("application/json")),
                 opened.raw(4));
    }

    void longTextIsBrokenAndCutUntilAllIsAskedFor()
    {
        JsonView view;
        view.setJson("{\"a\":\"" + QByteArray(1000000, 'x') + "\"}");
        QVERIFY(view.isCut());
        for (const QString &line : view.shownText().split(u'\n'))
            QVERIFY(line.size() <= JsonView::kColumns);
        view.showAll();
        QVERIFY(!view.isCut());
        QCOMPARE(view.shownText().remove(u'\n').count(u'x'), 1000000);
    }

    void controlCharactersInJsonAreVisible()
    {
        JsonView view;
        view.setJson(QStringLiteral("{\"a\":\"b\u202Ec\"}").toUtf8());
        QVERIFY(view.shownText().contains(QStringLiteral("b[U+202E]c")));
    }

    void theViewMayGoFirst()
    {
        EventDetail detail;
        {
            OpenedView opened(smallExecutionPages());
            detail.setView(&opened.view());
            opened.view().select(SeqRange{{4}, {4}});
        }
        detail.setTimeZone(TimeZoneChoice::Local);
        detail.copyJson();
    }

private:
    static QString fact(const DetailSection *section, const char *label)
    {
        for (const Fact &fact : section->facts()) {
            if (fact.label == QLatin1String(label))
                return fact.text;
        }
        return {};
    }
};

QTEST_MAIN(tst_EventDetail)
#include "tst_eventdetail.moc"
