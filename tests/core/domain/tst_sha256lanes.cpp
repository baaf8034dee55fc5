// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sha256lanes.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Gapline;

namespace {

QByteArray digestOf(const ShaDigest &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())};
}

QByteArray someBytes(qsizetype length, int seed)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < length; ++i)
        bytes += char(i * 7 + seed * 31 + i * i % 11);
    return bytes;
}

} // namespace

class tst_Sha256Lanes : public QObject
{
    Q_OBJECT

private slots:
    /// Against another implementation, with lengths on both sides of each block's end.
    void eachLaneGivesTheHashOfItsMessage()
    {
        if (!hasShaLanes())
            QSKIP("this processor hashes one message as fast");
        for (qsizetype headSize : {0, 1, 40, 56, 63}) {
            for (qsizetype length = 0; length < 260; ++length) {
                std::array<QByteArray, kShaLanes> heads;
                std::array<QByteArray, kShaLanes> bodies;
                std::array<ShaMessage, kShaLanes> messages;
                for (int lane = 0; lane < int(kShaLanes); ++lane) {
                    const auto at = size_t(lane);
                    heads[at] = someBytes(headSize, lane);
                    bodies[at] = someBytes(lane % 3 == 0 ? length * 5 : length, lane);
                    messages[at] = {heads[at], bodies[at]};
                }
                std::array<ShaDigest, kShaLanes> digests{};
                hashLanes(kShaBegin, messages, digests);
                for (size_t lane = 0; lane < kShaLanes; ++lane) {
                    QCOMPARE(digestOf(digests[lane]),
                             QCryptographicHash::hash(heads[lane] + bodies[lane],
                                                      QCryptographicHash::Sha256));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Sha256Lanes)
#include "tst_sha256lanes.moc"
