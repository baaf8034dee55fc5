// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/seqranks.h"

#include <QTest>

#include <rapidcheck.h>
#include <set>

using namespace Gapline;

class tst_SeqRanks : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatASearchWouldFind()
    {
        QVERIFY(rc::check("as many as there are lower ones", [] {
            const auto drawn =
                *rc::gen::container<std::set<qint64>>(rc::gen::inRange<qint64>(1, 700));
            const std::vector<qint64> seqs(drawn.begin(), drawn.end());
            const SeqRanks ranks{seqs};
            if (ranks.isEmpty())
                return;
            for (qint64 seq = 0; seq < 900; ++seq) {
                const auto before = std::ranges::lower_bound(seqs, seq) - seqs.begin();
                RC_ASSERT(ranks.countBefore(seq) == quint32(before));
            }
        }));
    }

    void farApartThereAreNone()
    {
        QVERIFY(SeqRanks().isEmpty());
        QVERIFY(SeqRanks(std::vector<qint64>{}).isEmpty());
        QVERIFY(SeqRanks(std::vector<qint64>{1, 9'007'199'254'740'991}).isEmpty());
        QVERIFY(!SeqRanks(std::vector<qint64>{1, 4, 7, 8, 12}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_SeqRanks)
#include "tst_seqranks.moc"
