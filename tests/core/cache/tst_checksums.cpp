// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/checksums.h"
#include "core/cache/segmentcodec.h"

#include <QCryptographicHash>
#include <QTest>
#include <QtEndian>

using namespace Gapline;

namespace {

/// By another implementation: the first 16 bytes of the SHA-256 over the numbers, the length and the bytes.
QByteArray checksumByQt(const std::vector<qint64> &numbers, const QByteArray &bytes)
{
    QByteArray all;
    const auto add = [&all](qint64 number) {
        const qint64 little = qToLittleEndian(number);
        all.append(reinterpret_cast<const char *>(&little), sizeof(little));
    };
    for (const qint64 number : numbers)
        add(number);
    add(bytes.size());
    return QCryptographicHash::hash(all + bytes, QCryptographicHash::Sha256).first(16);
}

QByteArray someBytes(qsizetype length)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < length; ++i)
        bytes += char(i * i + length);
    return bytes;
}

} // namespace

class tst_Checksums : public QObject
{
    Q_OBJECT

private slots:
    /// Neighbours of other lengths, on both sides of each block's end.
    void manyAtOnceHaveTheChecksumsOfEachAlone()
    {
        std::vector<QByteArray> texts;
        for (int length = 0; length < 300; ++length)
            texts.push_back(someBytes(length % 11 == 0 ? length * 37 : length));
        for (const size_t count : {texts.size(), size_t(1), size_t(2), size_t(3), size_t(9)}) {
            std::vector<ChecksummedBytes> all;
            for (size_t i = 0; i < count; ++i)
                all.push_back({{1, -2, qint64(i), 4, 5, 6}, texts[i]});
            const std::vector<QByteArray> checksums = checksumsOf(all);
            QCOMPARE(checksums.size(), count);
            for (size_t i = 0; i < count; ++i) {
                QCOMPARE(checksums[i], checksumByQt({1, -2, qint64(i), 4, 5, 6}, texts[i]));
                QCOMPARE(checksums[i], checksumOf(all[i]));
            }
        }
    }

    void anyCountOfNumbersMayStandBeforeTheBytes()
    {
        const QByteArray bytes = someBytes(5'000);
        const std::vector<ChecksummedBytes> all{
            {{}, bytes}, {{7}, bytes}, {{7, 8, 9, 10}, bytes}, {{7, 8, 9, 10, 11, 12}, {}}};
        const std::vector<QByteArray> checksums = checksumsOf(all);
        QCOMPARE(checksums[0], checksumByQt({}, bytes));
        QCOMPARE(checksums[1], checksumByQt({7}, bytes));
        QCOMPARE(checksums[2], checksumByQt({7, 8, 9, 10}, bytes));
        QCOMPARE(checksums[3], checksumByQt({7, 8, 9, 10, 11, 12}, {}));
    }

    /// What caches hold already was made that way.
    void theyAreWhatAChecksumGivesOneByOne()
    {
        const QByteArray bytes = someBytes(777);
        QCOMPARE(checksumOf({{3, 1, 4}, bytes}),
                 Checksum().add(3).add(1).add(4).add(bytes).result());
    }
};

QTEST_GUILESS_MAIN(tst_Checksums)
#include "tst_checksums.moc"
