// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/domain/eventtype.h"
#include "core/stream/gapfinder.h"
#include "core/stream/internalguess.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

constexpr qint64 kBegin = 1777374504000;
const char *const kDraft = "step_agent-draft_1777374504_ab";
const char *const kLegal = "step_agent-draft_1777374504_ab__to__human-legal";
const char *const kBrand = "step_agent-draft_1777374504_ab__to__human-brand";

/// Gaps: 2–3, 5, 7–8, 11–12, 14–17, 19.
EventStreamPtr approval()
{
    return StreamBuilder()
        .event(1, "execution.dispatched", {}, kBegin)
        .event(4, "step.awaiting-approval", kDraft, kBegin + 100)
        .event(6, "step.completed", kDraft, kBegin + 42'000)
        .event(9, "step.awaiting-approval", kLegal, kBegin + 42'100)
        .event(10, "step.breached", kBrand, kBegin + 43'000)
        .event(13, "step.completed", kLegal, kBegin + 200'000)
        .event(18, "step.completed", kBrand, kBegin + 300'000)
        .event(20, "group.quorum-met", "group_review", kBegin + 300'100)
        .event(23, "execution.completed", {}, kBegin + 300'200)
        .scanned(0, 25)
        .build();
}

StepView step(const char *id, const char *node, const char *type, qint64 started, qint64 completed)
{
    StepView view;
    view.stepId = StepId(QString::fromLatin1(id));
    view.nodeId = NodeId(QString::fromLatin1(node));
    view.nodeType = QString::fromLatin1(type);
    view.startedAt = fromEpochMs(kBegin + started);
    view.completedAt = fromEpochMs(kBegin + completed);
    return view;
}

Execution execution()
{
    Execution execution;
    execution.steps = {step(kDraft, "agent-draft", "agent", 60, 42'000),
                       step(kLegal, "human-legal", "human", 42'050, 200'000),
                       step(kBrand, "human-brand", "human", 42'060, 300'000)};
    return execution;
}

/// "step.started: agent-draft" for each guess about the gap at a seq.
QStringList guessed(qint64 seq, const std::optional<Execution> &execution)
{
    const EventStreamPtr stream = approval();
    const std::vector<Gap> gaps = findGaps(*stream);
    QStringList texts;
    for (const InternalGuess &guess : guessInternal(*stream, *gapAt(gaps, {seq}), execution))
        texts << QString::fromLatin1(guess.type) + QStringLiteral(": ") + guess.node;
    return texts;
}

} // namespace

class tst_InternalGuess : public QObject
{
    Q_OBJECT

private slots:
    void stepsThatStartedBetweenTheNeighboursWereScheduledThere()
    {
        const QStringList expected{QStringLiteral("step.scheduled: agent-draft"),
                                   QStringLiteral("step.started: agent-draft"),
                                   QStringLiteral("step.retried: agent-draft"),
                                   QStringLiteral("idempotency.suppressed: ")};
        QCOMPARE(guessed(2, execution()), expected);
    }

    void twoStepsMayHaveStartedAtOnce()
    {
        const QStringList both = guessed(7, execution());
        QVERIFY(both.contains(QStringLiteral("step.started: human-legal")));
        QVERIFY(both.contains(QStringLiteral("step.started: human-brand")));
    }

    void withoutStepFactsTheFirstEventOfAStepTells()
    {
        const QStringList expected{QStringLiteral("step.scheduled: agent-draft"),
                                   QStringLiteral("step.started: agent-draft"),
                                   QStringLiteral("idempotency.suppressed: ")};
        QCOMPARE(guessed(2, std::nullopt), expected);
    }

    void whoWasWaitedForMayHaveAnswered()
    {
        const QStringList texts = guessed(11, execution());
        QVERIFY(texts.contains(QStringLiteral("step.response-recorded: human-legal")));
        QVERIFY(texts.contains(QStringLiteral("step.resumed: human-legal")));
        QVERIFY(!texts.contains(QStringLiteral("step.response-recorded: agent-draft")));
    }

    void anAgentIsNobodyWhoAnswers()
    {
        const QStringList texts = guessed(5, execution());
        QVERIFY(texts.contains(QStringLiteral("step.resumed: agent-draft")));
        QVERIFY(!texts.contains(QStringLiteral("step.response-recorded: agent-draft")));
    }

    void aBreachedStepThatCompletesMayHaveBeenOverridden()
    {
        QVERIFY(guessed(14, execution()).contains(QStringLiteral("step.overridden: human-brand")));
        QVERIFY(!guessed(19, execution()).contains(QStringLiteral("step.overridden: human-brand")));
    }

    void aQuorumComesBeforeTheGroupsEnd()
    {
        QVERIFY(guessed(21, {}).contains(QStringLiteral("parallel-group.completed: review")));
        QVERIFY(!guessed(19, {}).contains(QStringLiteral("parallel-group.completed: review")));
    }

    void ofWhatWasNotScannedNothingIsGuessed()
    {
        const EventStreamPtr stream = StreamBuilder().event(1).event(9).scanned(0, 1).build();
        const std::vector<Gap> gaps = findGaps(*stream);
        QVERIFY(guessInternal(*stream, gaps.front(), execution()).empty());
    }

    void onlyDocumentedTypesAreGuessed()
    {
        for (const qint64 seq : {2, 5, 7, 11, 14, 19, 21, 24}) {
            for (const QString &text : guessed(seq, execution())) {
                const EventType *type = findEventType(text.section(u':', 0, 0).toLatin1());
                QVERIFY(type && !type->isExternal);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_InternalGuess)
#include "tst_internalguess.moc"
