// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/compare/stepiterations.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

constexpr auto kDraft = "step_draft_1_x";
constexpr auto kReview = "step_draft_1_x__to__review";
/// A loop may come back by new step ids as well.
constexpr auto kReviewAgain = "step_draft_1_x__to__review__to__review";

} // namespace

class tst_StepIterations : public QObject
{
    Q_OBJECT

private slots:
    void everyEventOfANodeThatALoopRepeatsTellsItsIteration()
    {
        StreamBuilder builder{QStringLiteral("exec_1")};
        builder.event(1, "execution.dispatched");
        builder.event(2, "step.completed", kDraft);
        builder.event(3, "step.awaiting-approval", kReview);
        builder.event(4, "step.completed", kReview);
        builder.event(5, "loop.iteration-started", kReview);
        builder.event(6, "step.awaiting-approval", kReview);
        builder.event(8, "step.breached", kReview);
        builder.event(9, "loop.iteration-started", kReview);
        builder.event(10, "step.awaiting-approval", kReviewAgain);
        builder.scanned(0, 11);
        const EventStreamPtr stream = builder.build();
        const StepIterationsPtr iterations = StepIterations::find({stream, {}});
        QVERIFY(!iterations->isEmpty());
        const auto at = [&](qint64 seq) {
            return iterations->of(*stream, *stream->indexOf(Seq{seq}));
        };
        QCOMPARE(at(3), (StepIteration{1, 3}));
        QCOMPARE(at(4), (StepIteration{1, 3}));
        QCOMPARE(at(6), (StepIteration{2, 3}));
        QCOMPARE(at(8), (StepIteration{2, 3}));
        QCOMPARE(at(10), (StepIteration{3, 3}));
        // What is of no step, of the loop itself, or of a node that ran once.
        for (const qint64 seq : {1, 2, 5, 9})
            QVERIFY(!at(seq));
        QCOMPARE(iterations->countOf(kReview), 3);
        QCOMPARE(iterations->countOf(kDraft), 1);
    }

    void withoutALoopNothingIsCounted()
    {
        StreamBuilder builder{QStringLiteral("exec_1")};
        builder.event(1, "step.awaiting-approval", kReview);
        builder.event(2, "step.completed", kReview);
        builder.event(3, "step.awaiting-approval", kReview); // Opened again by hand.
        const EventStreamPtr stream = builder.build();
        QVERIFY(StepIterations::find({stream, {}})->isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_StepIterations)
#include "tst_stepiterations.moc"
