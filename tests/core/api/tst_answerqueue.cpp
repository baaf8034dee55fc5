// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/answerqueue.h"

#include <QTest>

#include <memory>

using namespace Gapline;
using namespace std::chrono_literals;

class tst_AnswerQueue : public QObject
{
    Q_OBJECT

private slots:
    void answersThatCameTogetherAreHandedOutOneInARound()
    {
        AnswerQueue queue;
        std::vector<RequestQueue::Id> taken;
        connect(&queue, &AnswerQueue::due, this, [&](const AnswerQueue::Answer &answer) {
            taken.push_back(answer.id);
        });
        for (const RequestQueue::Id id : {3, 1, 2})
            queue.add({id, {}, 5ms});
        QCOMPARE(taken.size(), size_t(0));
        for (size_t round = 1; round <= 3; ++round) {
            QCoreApplication::processEvents();
            QCOMPARE(taken.size(), round);
        }
        const std::vector<RequestQueue::Id> asTheyCame{3, 1, 2};
        QCOMPARE(taken, asTheyCame);
    }

    void anAnswerKeepsWhatItHeldAndWhenItWasThere()
    {
        AnswerQueue queue;
        AnswerQueue::Answer taken;
        connect(&queue, &AnswerQueue::due, this, [&](const AnswerQueue::Answer &answer) {
            taken = answer;
        });
        ReplyFacts facts;
        facts.httpStatus = 200;
        facts.body = "{}";
        queue.add({7, facts, 123ms});
        QTRY_COMPARE(taken.id, RequestQueue::Id(7));
        QCOMPARE(taken.facts.body, QByteArray("{}"));
        QCOMPARE(taken.facts.httpStatus, 200);
        QCOMPARE(taken.at, 123ms);
    }

    void whoeverTakesAnAnswerMayDropTheQueue()
    {
        auto queue = std::make_unique<AnswerQueue>();
        int taken = 0;
        connect(queue.get(), &AnswerQueue::due, this, [&] {
            ++taken;
            queue.reset();
        });
        queue->add({1, {}, 0ms});
        queue->add({2, {}, 0ms});
        QTRY_COMPARE(taken, 1);
        QCoreApplication::processEvents();
        QCOMPARE(taken, 1);
    }
};

QTEST_GUILESS_MAIN(tst_AnswerQueue)
#include "tst_answerqueue.moc"
