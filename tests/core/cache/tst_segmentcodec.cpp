// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segmentcodec.h"
#include "core/stream/eventstream.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

static SegmentColumns anyColumns()
{
    SegmentColumns columns;
    const int types = *rc::gen::inRange(1, 400);
    for (int i = 0; i < types; ++i)
        columns.types.intern("type." + QByteArray::number(i));
    const int steps = *rc::gen::inRange(0, 5);
    for (int i = 0; i < steps; ++i)
        columns.steps.intern("step." + QByteArray::number(i));
    const auto widest = *rc::gen::element<qint64>(1, 200, 70'000, qint64(1) << 40);
    qint64 seq = 0;
    quint32 offset = 0;
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
        EventColumns event;
        seq += *rc::gen::inRange<qint64>(1, widest + 1);
        event.seq = {seq};
        event.timestamp = fromEpochMs(*rc::gen::arbitrary<qint64>());
        event.typeIndex = *rc::gen::inRange<quint32>(0, columns.types.size());
        if (steps > 0 && *rc::gen::arbitrary<bool>())
            event.stepIndex = *rc::gen::inRange<quint32>(0, columns.steps.size());
        event.rawOffset = offset;
        event.rawLength = *rc::gen::inRange<quint32>(0, 1'000'000);
        event.flags = EventFlags::fromInt(*rc::gen::inRange(0, 16));
        offset += event.rawLength;
        columns.events.push_back(event);
    }
    return columns;
}

static bool isSame(const EventColumns &a, const EventColumns &b)
{
    return a.seq == b.seq && a.timestamp == b.timestamp && a.typeIndex == b.typeIndex
        && a.stepIndex == b.stepIndex && a.rawOffset == b.rawOffset && a.rawLength == b.rawLength
        && a.flags == b.flags;
}

class tst_SegmentCodec : public QObject
{
    Q_OBJECT

private slots:
    void columnsComeBackAsTheyWere()
    {
        QVERIFY(rc::check([] {
            const SegmentColumns columns = anyColumns();
            const std::optional<SegmentColumns> back = unpackColumns(packColumns(columns));
            RC_ASSERT(back.has_value());
            RC_ASSERT(back->events.size() == columns.events.size());
            for (size_t i = 0; i < columns.events.size(); ++i)
                RC_ASSERT(isSame(back->events[i], columns.events[i]));
            RC_ASSERT(back->types == columns.types);
            RC_ASSERT(back->steps == columns.steps);
        }));
    }

    void alteredColumnsNeverReachBeyondTheirBytes()
    {
        // Without the checksum that guards them in the cache; sanitizers watch.
        QVERIFY(rc::check([] {
            QByteArray plain = packColumns(anyColumns());
            const qsizetype at = *rc::gen::inRange<qsizetype>(0, plain.size());
            plain[at] = char(plain[at] ^ char(1 << *rc::gen::inRange(0, 7)));
            const std::optional<SegmentColumns> back = unpackColumns(plain);
            if (back) {
                for (const EventColumns &event : back->events) {
                    RC_ASSERT(event.typeIndex < back->types.size());
                    RC_ASSERT(event.stepIndex == kNoStep || event.stepIndex < back->steps.size());
                }
            }
        }));
    }

    void aStreamUnpacksThemToTheSame()
    {
        QVERIFY(rc::check([] {
            const SegmentColumns columns = anyColumns();
            const std::optional<PackedColumns> packed = readColumns(packColumns(columns));
            RC_ASSERT(packed.has_value());
            const PackedColumns moved = *packed;
            EventStream::Builder one(ExecutionId(QStringLiteral("exec_1")));
            one.add(7, columns.events, columns.types, columns.steps);
            EventStream::Builder other(ExecutionId(QStringLiteral("exec_1")));
            other.add(7, moved.events);
            const EventStreamPtr wanted = one.build();
            const EventStreamPtr got = other.build();
            RC_ASSERT(got->count() == wanted->count());
            RC_ASSERT(got->types() == wanted->types());
            RC_ASSERT(got->steps() == wanted->steps());
            for (qsizetype i = 0; i < got->count(); ++i) {
                RC_ASSERT(got->seqAt(i) == wanted->seqAt(i));
                RC_ASSERT(got->timestampAt(i) == wanted->timestampAt(i));
                RC_ASSERT(got->typeIndexAt(i) == wanted->typeIndexAt(i));
                RC_ASSERT(got->stepIndexAt(i) == wanted->stepIndexAt(i));
                RC_ASSERT(got->flagsAt(i) == wanted->flagsAt(i));
                RC_ASSERT(got->rawLocationAt(i) == wanted->rawLocationAt(i));
            }
        }));
    }

    void columnsThatAreCutAreRefused()
    {
        SegmentColumns columns;
        columns.types.intern("a");
        columns.events.resize(3);
        const QByteArray packed = packColumns(columns);
        QVERIFY(unpackColumns(packed));
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY(!unpackColumns(packed.first(size)));
    }

    void bytesUnpackOnlyToTheirOwnSize()
    {
        const QByteArray bytes(100'000, 'x');
        const QByteArray compressed = compress(bytes);
        QCOMPARE(decompress(compressed, bytes.size()), std::optional(bytes));
        QVERIFY(!decompress(compressed, bytes.size() - 1));
        QVERIFY(!decompress(compressed, bytes.size() + 1));
        QVERIFY(!decompress(compressed, -1));
        QVERIFY(!decompress(compressed, qint64(1) << 60));
        QVERIFY(!decompress("no zstd", 7));
        QCOMPARE(decompress(compress(QByteArray()), 0), std::optional(QByteArray("")));
    }

    void howItWasPackedDoesNotMatterToUnpack()
    {
        QByteArray json;
        for (int seq = 1; seq <= 500; ++seq)
            json += "{\"eventId\":\"evt_" + QByteArray::number(seq * 7919, 16)
                + "\",\"seq\":" + QByteArray::number(seq) + ",\"type\":\"step.completed\"}";
        for (const QByteArray &bytes : {json, json.first(5), QByteArray("")}) {
            const QByteArray packed = compress(bytes, Packing::Events);
            QCOMPARE(decompress(packed, bytes.size()), std::optional(bytes));
        }
        // A standard frame, whose begin says what it is.
        QCOMPARE(compress(json, Packing::Events).first(4), QByteArray("\x28\xB5\x2F\xFD"));
        QVERIFY(compress(json, Packing::Events).size() < json.size() / 5);
    }

    void coverageComesBackAsItWas()
    {
        const SeqSet coverage{{{1}, {15}}, {{20}, {20}}, {{70'000}, {kMaxSafeInteger}}};
        QCOMPARE(unpackCoverage(packCoverage(coverage)), std::optional(coverage));
        QCOMPARE(unpackCoverage(packCoverage({})), std::optional(SeqSet()));
        QVERIFY(!unpackCoverage("odd"));
        QVERIFY(!unpackCoverage(QByteArray(16, '\0')));
    }

    void aChecksumTellsWhereOneTextEnds()
    {
        const auto sum = [](QByteArrayView a, QByteArrayView b) {
            return Checksum().add(a).add(b).result();
        };
        QCOMPARE(sum("ab", "c"), sum("ab", "c"));
        QVERIFY(sum("ab", "c") != sum("a", "bc"));
        QCOMPARE(sum("", "").size(), 16);
    }
};

QTEST_GUILESS_MAIN(tst_SegmentCodec)
#include "tst_segmentcodec.moc"
