// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/rawruns.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

namespace {

/// Most follow the one before in its body, as events do; some lie anywhere.
std::vector<RawLocation> randomLocations()
{
    std::vector<RawLocation> locations(*rc::gen::inRange<size_t>(1, 700));
    RawLocation last{1, 0, 0};
    for (RawLocation &location : locations) {
        location = {last.bodyId, last.offset + last.length, *rc::gen::inRange(0U, 400U)};
        const int turn = *rc::gen::inRange(0, 20);
        if (turn == 0)
            location = {last.bodyId + 1, 0, location.length};
        else if (turn == 1)
            location.offset = *rc::gen::inRange(0U, 100'000U);
        last = location;
    }
    return locations;
}

RawRuns runsOf(const std::vector<RawLocation> &locations)
{
    RawRuns runs;
    for (const RawLocation &location : locations)
        runs.append(location);
    return runs;
}

} // namespace

class tst_RawRuns : public QObject
{
    Q_OBJECT

private slots:
    void everyLocationIsGivenBack()
    {
        QVERIFY(rc::check("whatever the order of the bodies and offsets", [] {
            const std::vector<RawLocation> locations = randomLocations();
            const RawRuns runs = runsOf(locations);
            RC_ASSERT(runs.count() == locations.size());
            for (size_t i = 0; i < locations.size(); ++i)
                RC_ASSERT(runs.at(i) == locations[i]);
        }));
    }

    void aBodyAtOnceIsTheSameAsOneByOne()
    {
        QVERIFY(rc::check("whatever the lengths", [] {
            RawRuns runs;
            std::vector<RawLocation> locations;
            for (qint64 body = 1; body <= 4; ++body) {
                const auto count = *rc::gen::inRange<size_t>(0, 600);
                std::vector<quint32> lengths(count);
                quint32 offset = 0;
                for (quint32 &length : lengths) {
                    length = *rc::gen::inRange(0U, 400U);
                    locations.push_back({body, offset, length});
                    offset += length;
                }
                runs.append(body, lengths);
            }
            RC_ASSERT(runs.count() == locations.size());
            for (size_t i = 0; i < locations.size(); ++i)
                RC_ASSERT(runs.at(i) == locations[i]);
        }));
    }

    void aStretchEndsWhereTheBytesDoNotGoOn()
    {
        QVERIFY(rc::check("for every location", [] {
            const std::vector<RawLocation> locations = randomLocations();
            const RawRuns runs = runsOf(locations);
            for (size_t i = 0; i < locations.size(); ++i) {
                size_t end = i + 1;
                while (end < locations.size() && locations[end].bodyId == locations[end - 1].bodyId
                       && locations[end].offset
                           == locations[end - 1].offset + locations[end - 1].length)
                    ++end;
                RC_ASSERT(runs.stretchEnd(i) == end);
            }
        }));
    }

    void aNewOrderKeepsEachLocation()
    {
        QVERIFY(rc::check("also where some are left out, and where more follow", [] {
            const std::vector<RawLocation> locations = randomLocations();
            const auto order = *rc::gen::container<std::vector<quint32>>(
                rc::gen::inRange<quint32>(0, quint32(locations.size())));
            RawRuns runs = runsOf(locations);
            runs.reorder(order);
            runs.append(locations.front());
            RC_ASSERT(runs.count() == order.size() + 1);
            for (size_t i = 0; i < order.size(); ++i)
                RC_ASSERT(runs.at(i) == locations[order[i]]);
            RC_ASSERT(runs.at(order.size()) == locations.front());
        }));
    }
};

QTEST_APPLESS_MAIN(tst_RawRuns)

#include "tst_rawruns.moc"
