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

    void aboutAMinuteIsWaitedAtMost()
    {
        const bool holds = rc::check("the waits of one request stay within their total", [] {
            RetryLimits limits;
            limits.retries = 1000;
            auto waited = 0ms;
            int retry = 0;
            while (true) {
                const double chance = *rc::gen::inRange(0, 1000) / 1000.0;
                const auto wait = waitBeforeRetry(limits, kPassing, ++retry, waited, chance);
                if (!wait)
                    break;
                waited += *wait;
            }
            RC_ASSERT(waited <= limits.total);
            RC_ASSERT(waited > 30s);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_RetryPolicy)
#include "tst_retrypolicy.moc"
