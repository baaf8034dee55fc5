// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/retrypolicy.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using namespace std::chrono_literals;

namespace {

const Error kPassing{ErrorId::NetworkServerError, {}};

} // namespace

class tst_RetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void waitsDoubleUpToTheLongest()
    {
        const RetryLimits limits;
        for (const auto &[retry, expected] : {std::pair(1, 500ms),
                                              std::pair(2, 1000ms),
                                              std::pair(3, 2000ms),
                                              std::pair(6, 16000ms)})
            QCOMPARE(*waitBeforeRetry(limits, kPassing, retry, 0ms, 0.9999999),
                     expected - 1ms); // Chance stays below 1.
        QCOMPARE(*waitBeforeRetry(limits, kPassing, 1, 0ms, 0.0), 250ms);
        QVERIFY(!waitBeforeRetry(limits, kPassing, 7, 0ms, 0.5));
    }

    void onlyPassingFaultsAreTriedAgain()
    {
        for (const ErrorId id : {ErrorId::CredentialsRejected,
                                 ErrorId::ApiNotFound,
                                 ErrorId::NetworkTls,
                                 ErrorId::NetworkRedirect,
                                 ErrorId::ContractStuckCursor,
                                 ErrorId::Cancelled})
            QVERIFY(!waitBeforeRetry({}, Error{id, {}}, 1, 0ms, 0.5));
    }

    void theServersWishIsKept()
    {
        Error limited{ErrorId::NetworkRateLimited, {}};
        limited.retryAfter = 9s;
        QCOMPARE(*waitBeforeRetry({}, limited, 1, 0ms, 0.5), 9000ms);
        limited.retryAfter = 90s; // Longer than anybody waits here.
        QVERIFY(!waitBeforeRetry({}, limited, 1, 0ms, 0.5));
    }

    void aboutAMinuteIsSpentAtMost()
    {
        const bool holds = rc::check("tries and waits of one request stay within a minute", [] {
            RetryLimits limits;
            limits.retries = 1000;
            const std::chrono::milliseconds longestTry(*rc::gen::inRange(0, 30001));
            auto spent = longestTry;
            int retry = 0;
            while (true) {
                const double chance = *rc::gen::inRange(0, 1000) / 1000.0;
                const auto wait = waitBeforeRetry(limits, kPassing, ++retry, spent, chance);
                if (!wait)
                    break;
                spent += *wait;
                RC_ASSERT(spent < 60s); // None begins later.
                spent += std::min(longestTry, timeForTry(limits, spent));
            }
            RC_ASSERT(spent <= 62s);
            RC_ASSERT(spent > 30s);
        });
        QVERIFY(holds);
    }

    void aServerThatNeverAnswersIsTriedTwice()
    {
        // 30 s for the first byte, by trust.md; what the first try has left is for the second.
        const auto wait = waitBeforeRetry({}, kPassing, 1, 30s, 0.0);
        QCOMPARE(*wait, 250ms);
        QCOMPARE(timeForTry({}, 30s + *wait), 29750ms);
        QVERIFY(!waitBeforeRetry({}, kPassing, 2, 60s, 0.0));
    }

    void aTryThatBeginsAtTheLastMomentIsNotInVain()
    {
        QCOMPARE(timeForTry({}, 59900ms), 2000ms);
        QVERIFY(waitBeforeRetry({}, kPassing, 1, 59749ms, 0.0));
        QVERIFY(!waitBeforeRetry({}, kPassing, 1, 59750ms, 0.0));
    }
};

QTEST_GUILESS_MAIN(tst_RetryPolicy)
#include "tst_retrypolicy.moc"
