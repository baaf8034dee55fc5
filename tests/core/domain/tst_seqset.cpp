// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seqset.h"

#include <QTest>

#include <rapidcheck.h>
#include <set>

using namespace Gapline;

namespace {

constexpr qint64 kLimit = 60;

/// A range of at least one seq.
SeqRange anyRange()
{
    const auto first = *rc::gen::inRange<qint64>(1, kLimit);
    return {{first}, {*rc::gen::inRange<qint64>(first, kLimit)}};
}

void insert(std::set<qint64> &seqs, SeqRange range)
{
    for (qint64 seq = range.first.value; seq <= range.last.value; ++seq)
        seqs.insert(seq);
}

std::set<qint64> seqsOf(const std::vector<SeqRange> &ranges)
{
    std::set<qint64> seqs;
    for (const SeqRange range : ranges)
        insert(seqs, range);
    return seqs;
}

} // namespace

class tst_SeqSet : public QObject
{
    Q_OBJECT

private slots:
    void behavesAsASetOfNumbers()
    {
        QVERIFY(rc::check([] {
            SeqSet set;
            std::set<qint64> reference;
            for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
                const SeqRange range = anyRange();
                set.add(range);
                insert(reference, range);
            }
            RC_ASSERT(seqsOf(set.ranges()) == reference);
            RC_ASSERT(set.count() == qint64(reference.size()));
            RC_ASSERT(set.isEmpty() == reference.empty());
            RC_ASSERT(set.last().value == (reference.empty() ? 0 : *reference.rbegin()));
            for (qint64 seq = 1; seq <= kLimit; ++seq)
                RC_ASSERT(set.contains(Seq{seq}) == reference.contains(seq));

            qint64 contiguous = 0;
            while (reference.contains(contiguous + 1))
                ++contiguous;
            RC_ASSERT(set.contiguousEnd() == Seq{contiguous});

            const SeqRange asked = anyRange();
            std::set<qint64> inside;
            std::set<qint64> outside;
            for (qint64 seq = asked.first.value; seq <= asked.last.value; ++seq)
                (reference.contains(seq) ? inside : outside).insert(seq);
            RC_ASSERT(seqsOf(set.within(asked)) == inside);
            RC_ASSERT(seqsOf(set.missingWithin(asked)) == outside);
            RC_ASSERT(set.contains(asked) == outside.empty());
        }));
    }

    void rangesAscendAndNeverTouch()
    {
        QVERIFY(rc::check([] {
            SeqSet set;
            for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
                set.add(anyRange());
            for (size_t i = 1; i < set.ranges().size(); ++i)
                RC_ASSERT(set.ranges()[i - 1].last.next() < set.ranges()[i].first);
        }));
    }

    void theOrderOfAddingDoesNotMatter()
    {
        const SeqSet forwards{{{1}, {4}}, {{5}, {9}}, {{20}, {21}}};
        SeqSet backwards{{{20}, {21}}, {{5}, {9}}};
        backwards.unite(SeqSet{{{1}, {4}}});
        QVERIFY(forwards == backwards);
        QCOMPARE(forwards.ranges().size(), 2U);
        QCOMPARE(forwards.contiguousEnd(), Seq{9});
    }

    void theLargestSeqOfTheApiFits()
    {
        SeqSet set{{{1}, {kMaxSafeInteger}}};
        set.add({{kMaxSafeInteger}, {kMaxSafeInteger}});
        QCOMPARE(set.count(), kMaxSafeInteger);
        QCOMPARE(set.contiguousEnd(), Seq{kMaxSafeInteger});
        QVERIFY(set.missingWithin({{5}, {kMaxSafeInteger}}).empty());
    }
};

QTEST_GUILESS_MAIN(tst_SeqSet)
#include "tst_seqset.moc"
