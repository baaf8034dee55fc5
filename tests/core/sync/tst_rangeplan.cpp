// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/streamrow.h"
#include "core/sync/rangeplan.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <rapidcheck.h>
#include <set>

using namespace Gapline;

namespace {

/// executions/getEvents of one execution, as documented.
struct Server
{
    std::set<qint64> seqs;
    qint64 last = 0; ///< Internal seqs may follow the last event.
    qint64 lookAhead =
        1000000; ///< Of a run of internal seqs it looks through no more for one page.
    qint64 claims = 0; ///< Asked beyond the end, it says to have looked this far.

    [[nodiscard]] EventPage page(Seq since, int size) const
    {
        EventPage page;
        page.sinceSeq = since;
        qint64 cursor = std::min(last, since.value + lookAhead);
        for (auto it = seqs.upper_bound(since.value); it != seqs.end() && *it <= cursor; ++it) {
            EventColumns event;
            event.seq = Seq{*it};
            page.events.push_back(event);
            if (int(page.events.size()) == size) {
                cursor = *it;
                break;
            }
        }
        page.hasMore = seqs.upper_bound(std::max(cursor, since.value)) != seqs.end();
        if (!page.hasMore)
            cursor = std::max(last, since.value + (since.value > last ? claims : 0));
        page.nextCursor = Seq{cursor};
        return page;
    }
};

/// What a sync asks for: less where a few events will do.
int sizeOf(const RangePlan::Ask &ask, int size)
{
    return ask.isShort ? std::max(1, size / 3) : size;
}

/// What the cache would hold.
struct Stored
{
    StreamRow row;
    std::set<qint64> seqs;
    int requests = 0;

    void take(const EventPage &page)
    {
        row.takeScan(page, EpochMs());
        for (const EventColumns &event : page.events)
            seqs.insert(event.seq.value);
    }
};

Stored cursorLoop(const Server &server, int size, Stored stored = {})
{
    Seq cursor = stored.row.coverage.contiguousEnd();
    for (bool hasMore = true; hasMore;) {
        const EventPage page = server.page(cursor, size);
        ++stored.requests;
        stored.take(page);
        cursor = page.nextCursor;
        hasMore = page.hasMore;
    }
    return stored;
}

void keep(Stored &stored, const RangePlan::Scan &scan, EventPage page)
{
    if (!scan.isKept)
        return;
    page.nextCursor = scan.nextCursor;
    page.hasMore = scan.hasMore;
    stored.take(page);
}

/// Requests on their way, answered and handed over in any order, lost and handed over twice.
class Network
{
public:
    Network(Server &server, int size, unsigned seed, int lossPercent)
        : m_server(server)
        , m_size(size)
        , m_random(seed)
        , m_lossPercent(lossPercent)
    { }

    std::function<void()> meanwhile = [] {};

    Stored run(RangePlan plan, int mostLanes, Stored stored = {})
    {
        for (int step = 0; !plan.isComplete(); ++step) {
            if (step > 200000)
                throw std::runtime_error("never ends");
            meanwhile();
            switch (choose(4)) {
            case 0:
                while (const auto ask = plan.next(1 + int(choose(unsigned(mostLanes))))) {
                    ++stored.requests;
                    m_underWay.push_back({*ask, {}});
                }
                break;
            case 1:
                if (!m_underWay.empty())
                    answer(m_underWay[choose(m_underWay.size())]);
                break;
            default:
                if (!m_underWay.empty())
                    handOver(plan, stored, choose(m_underWay.size()));
            }
        }
        return stored;
    }

private:
    struct Request
    {
        RangePlan::Ask ask;
        std::optional<EventPage> page;
    };

    size_t choose(size_t count)
    {
        return std::uniform_int_distribution<size_t>(0, count - 1)(m_random);
    }

    void answer(Request &request)
    {
        if (!request.page)
            request.page = m_server.page(request.ask.since, sizeOf(request.ask, m_size));
    }

    void handOver(RangePlan &plan, Stored &stored, size_t index)
    {
        Request request = m_underWay[index];
        if (int(choose(100)) < m_lossPercent) {
            m_underWay.erase(m_underWay.begin() + qsizetype(index));
            plan.drop(request.ask);
            return;
        }
        answer(request);
        keep(stored, plan.take(request.ask, *request.page), *request.page);
        if (choose(4) == 0) // The same answer comes once more.
            keep(stored, plan.take(request.ask, *request.page), *request.page);
        m_underWay.erase(m_underWay.begin() + qsizetype(index));
    }

    Server &m_server;
    int m_size;
    std::mt19937 m_random;
    int m_lossPercent;
    std::vector<Request> m_underWay;
};

Server anyServer()
{
    Server server;
    const int events = *rc::gen::inRange(0, 400);
    const int internal = *rc::gen::inRange(0, 4);
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    qint64 seq = 0;
    for (int i = 0; i < events; ++i) {
        seq += 1 + qint64(random() % unsigned(internal + 1));
        if (random() % 50 == 0)
            seq += *rc::gen::inRange(0, 120);
        server.seqs.insert(seq);
    }
    server.last = seq + *rc::gen::inRange(0, 9);
    server.lookAhead = *rc::gen::element(20, 60, 1000000);
    server.claims = *rc::gen::element(0, 0, 17);
    return server;
}

/// Events at every second seq or so, and two internal ones at the end.
Server evenServer(qint64 events)
{
    Server server;
    for (qint64 i = 0; i < events; ++i)
        server.seqs.insert(1 + i * 5 / 3);
    server.last = *server.seqs.rbegin() + 2;
    return server;
}

/// As long as a stream must be until it is read at several places.
RangePlan afterTwoPages(const Server &server)
{
    RangePlan plan(Seq{0}, {});
    for (int i = 0; i < 2; ++i) {
        const auto ask = plan.next(1);
        plan.take(*ask, server.page(ask->since, 500));
    }
    return plan;
}

/// All requests under way are answered at once, then all are handed over: one round trip each time.
struct Rounds
{
    int rounds = 0;
    int requests = 0;
};

Rounds inRounds(qint64 events, int lanes)
{
    const Server server = evenServer(events);
    RangePlan plan(Seq{0}, {});
    Rounds counted;
    while (!plan.isComplete()) {
        std::vector<RangePlan::Ask> asked;
        while (const auto ask = plan.next(lanes))
            asked.push_back(*ask);
        ++counted.rounds;
        counted.requests += int(asked.size());
        for (const RangePlan::Ask &ask : asked)
            plan.take(ask, server.page(ask.since, ask.isShort ? 32 : 500));
    }
    return counted;
}

} // namespace

class tst_RangePlan : public QObject
{
    Q_OBJECT

private slots:
    void anyInterleavingGivesWhatOneCursorLoopGives()
    {
        const bool holds = rc::check("coverage, events and known end are the loop's", [] {
            Server server = anyServer();
            const int size = *rc::gen::inRange(1, 12);
            const int lanes = *rc::gen::inRange(1, 32);
            const int loss = *rc::gen::element(0, 0, 3);
            const RangeLimits limits{*rc::gen::inRange(1, 4), *rc::gen::element(0, 20)};
            Network network(server, size, *rc::gen::arbitrary<unsigned>(), loss);
            const Stored stored = network.run(RangePlan(Seq{0}, {}, limits), lanes);
            const Stored loop = cursorLoop(server, size);
            RC_ASSERT(stored.row.coverage == loop.row.coverage);
            RC_ASSERT(stored.row.knownEnd == loop.row.knownEnd);
            RC_ASSERT(stored.seqs == loop.seqs);
            RC_ASSERT(stored.row.state().isComplete);
        });
        QVERIFY(holds);
    }

    void whatWasInterruptedIsResumedWithoutAskingForItAgain()
    {
        const bool holds = rc::check("islands of an earlier run are kept and joined", [] {
            Server server = anyServer();
            server.claims = 0;
            const int size = *rc::gen::inRange(1, 12);
            const RangeLimits limits{1, 0};
            Stored stored;
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
                const Seq since{*rc::gen::inRange<qint64>(0, server.last + 1)};
                EventPage page = server.page(since, size);
                if (page.events.empty())
                    continue;
                page.nextCursor = page.hasMore ? page.nextCursor : page.events.back().seq;
                page.hasMore = true;
                stored.take(page);
            }
            const Seq start = stored.row.coverage.contiguousEnd();
            Network network(server, size, *rc::gen::arbitrary<unsigned>(), 0);
            const RangePlan plan(start, stored.row.coverage, limits);
            const Stored after = network.run(plan, *rc::gen::inRange(1, 32), stored);
            const Stored loop = cursorLoop(server, size);
            RC_ASSERT(after.row.coverage == loop.row.coverage);
            RC_ASSERT(after.row.knownEnd == loop.row.knownEnd);
            RC_ASSERT(after.seqs == loop.seqs);
        });
        QVERIFY(holds);
    }

    void aStreamThatGrowsMeanwhileIsCoveredUpToWhereItWasSaidToEnd()
    {
        const bool holds = rc::check("no event below the end is left out", [] {
            Server server = anyServer();
            server.claims = 0;
            const int size = *rc::gen::inRange(1, 12);
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            int growths = *rc::gen::inRange(0, 200);
            Network network(server, size, *rc::gen::arbitrary<unsigned>(), 0);
            network.meanwhile = [&] {
                if (growths == 0 || random() % 2 == 0)
                    return;
                --growths;
                server.last += 1 + qint64(random() % 3);
                server.seqs.insert(server.last);
                server.last += qint64(random() % 3);
            };
            const Stored stored =
                network.run(RangePlan(Seq{0}, {}, {1, 0}), *rc::gen::inRange(1, 32));
            if (stored.row.coverage.isEmpty())
                return;
            RC_ASSERT(stored.row.coverage.ranges().front().first == Seq{1});
            for (const qint64 seq : server.seqs)
                RC_ASSERT(!stored.row.coverage.contains(Seq{seq}) || stored.seqs.contains(seq));
            // Another sync brings the rest, as after the loop.
            Network quiet(server, size, 1, 0);
            const RangePlan next(stored.row.coverage.contiguousEnd(), stored.row.coverage, {1, 0});
            const Stored after = quiet.run(next, 8, stored);
            RC_ASSERT(after.seqs == server.seqs);
            RC_ASSERT(after.row.coverage == (SeqSet{{{1}, {server.last}}}));
        });
        QVERIFY(holds);
    }

    void withOneLaneItIsTheCursorLoop()
    {
        const bool holds = rc::check("the same requests", [] {
            Server server = anyServer();
            const int size = *rc::gen::inRange(1, 12);
            RangePlan plan(Seq{0}, {}, {1, 0});
            Seq cursor;
            int requests = 0;
            while (const auto ask = plan.next(1)) {
                RC_ASSERT(ask->since == cursor);
                const EventPage page = server.page(cursor, size);
                plan.take(*ask, page);
                cursor = page.nextCursor;
                ++requests;
            }
            RC_ASSERT(plan.isComplete());
            RC_ASSERT(requests == cursorLoop(server, size).requests);
        });
        QVERIFY(holds);
    }

    void aShortStreamCostsNoRequestMore()
    {
        QCOMPARE(inRounds(1, 48).requests, 1);
        QCOMPARE(inRounds(500, 48).requests, 1);
        QCOMPARE(inRounds(999, 48).requests, 2);
        // From here on two probes may be in vain.
        QVERIFY(inRounds(1400, 48).requests <= 5);
        // Probes in vain stop until more is known to be there.
        QVERIFY(inRounds(3000, 48).requests <= 10);
        QVERIFY(inRounds(10000, 48).requests <= 35);
    }

    void aLongStreamTakesFewRoundTripsAndFewRequestsMore()
    {
        // The loop takes 200 and 2,000 of each (budgets.md, row 9).
        const Rounds six = inRounds(100000, 6);
        const Rounds many = inRounds(100000, 48);
        const Rounds million = inRounds(1000000, 48);
        QVERIFY(six.rounds <= 45);
        QVERIFY(six.requests <= 236);
        QVERIFY(many.rounds <= 16);
        QVERIFY(many.requests <= 260);
        QVERIFY(million.requests <= 2360);
    }

    void whereLanesAreManyAProbeAsksForAFewEvents()
    {
        const Server server = evenServer(5000);
        const auto shortOnes = [&server](int lanes) {
            RangePlan plan = afterTwoPages(server);
            int count = 0;
            while (const auto ask = plan.next(lanes)) {
                if (ask->isShort != (ask->isProbe && lanes >= 16))
                    return -1;
                count += ask->isShort ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(shortOnes(48), 2);
        QCOMPARE(shortOnes(16), 2);
        QCOMPARE(shortOnes(15), 0);
        QCOMPARE(shortOnes(6), 0);
    }

    void connectionsAreForeseenFromTheFirstFullPageOn()
    {
        const Server server = evenServer(5000);
        RangePlan plan(Seq{0}, {});
        const auto first = plan.next(48);
        QCOMPARE(plan.foreseen(48), 0);
        plan.take(*first, server.page(Seq{0}, 500));
        QCOMPARE(plan.foreseen(48), 3); // The front and two probes.
        QCOMPARE(plan.foreseen(2), 2);
        const auto second = plan.next(48);
        plan.take(*second, server.page(second->since, 500));
        QCOMPARE(plan.foreseen(48), 48);
        QCOMPARE(plan.foreseen(6), 6);

        RangePlan brief(Seq{0}, {});
        brief.take(*brief.next(48), evenServer(400).page(Seq{0}, 500));
        QVERIFY(brief.isComplete());
        QCOMPARE(brief.foreseen(48), 0);
    }

    void aProbeBeyondTheEndProvesNothing()
    {
        RangePlan plan(Seq{0}, {}, {1, 0});
        Server server;
        for (qint64 seq = 1; seq <= 30; ++seq)
            server.seqs.insert(seq);
        server.last = 33;
        server.claims = 500;
        const auto first = plan.next(6);
        plan.take(*first, server.page(Seq{0}, 10));
        std::vector<RangePlan::Ask> asked;
        while (const auto ask = plan.next(6))
            asked.push_back(*ask);
        QVERIFY(asked.size() > 1);
        for (const RangePlan::Ask &ask : asked) {
            if (ask.since <= Seq{33})
                continue;
            QVERIFY(ask.isProbe);
            QVERIFY(!plan.take(ask, server.page(ask.since, 10)).isKept);
        }
        QCOMPARE(plan.front(), Seq{10});
        QVERIFY(!plan.isComplete());
    }

    void theLastPageFoundBeyondTheFrontProvesUpToItsLastEvent()
    {
        RangePlan plan(Seq{0}, {}, {1, 0});
        Server server;
        for (qint64 seq = 1; seq <= 85; ++seq)
            server.seqs.insert(seq);
        server.last = 99; // 86 to 99 are internal: for the front to say.
        plan.take(*plan.next(6), server.page(Seq{0}, 10));
        std::optional<RangePlan::Ask> far;
        while (const auto ask = plan.next(6))
            far = ask->since == Seq{80} ? ask : far;
        QVERIFY(far);
        const EventPage page = server.page(far->since, 10);
        QVERIFY(!page.hasMore);
        const RangePlan::Scan scan = plan.take(*far, page);
        QVERIFY(scan.isKept);
        QCOMPARE(scan.nextCursor, Seq{85});
        QVERIFY(scan.hasMore);
    }

    void aLostAnswerBeyondTheFrontEndsTheSpeculation()
    {
        RangePlan plan(Seq{0}, {}, {1, 0});
        Server server;
        for (qint64 seq = 1; seq <= 300; ++seq)
            server.seqs.insert(seq);
        server.last = 300;
        plan.take(*plan.next(6), server.page(Seq{0}, 10));
        std::vector<RangePlan::Ask> asked;
        while (const auto ask = plan.next(6))
            asked.push_back(*ask);
        QVERIFY(asked.size() > 1);
        for (const RangePlan::Ask &ask : asked)
            plan.drop(ask);
        const auto next = plan.next(6);
        QVERIFY(next->isAtFront);
        QVERIFY(!plan.next(6));
    }

    void anEndThatContradictsWhatIsKnownIsAskedForOnceMore()
    {
        RangePlan plan(Seq{5}, SeqSet{{{1}, {5}}, {{20}, {30}}});
        EventPage end;
        end.sinceSeq = Seq{5};
        end.nextCursor = Seq{5};
        const auto first = plan.next(6);
        QCOMPARE(first->since, Seq{5});
        plan.take(*first, end);
        QVERIFY(!plan.isComplete());
        plan.take(*plan.next(6), end);
        QVERIFY(plan.isComplete());
        QVERIFY(plan.isContradicted());
    }
};

QTEST_GUILESS_MAIN(tst_RangePlan)
#include "tst_rangeplan.moc"
