// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/timeline/timelinelayout.h"
#include "ui/timeline/timelinebackdrop.h"

#include <QPainter>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

constexpr QRgb kUntouched = 0xff123456;

/// Nine lanes with spans, failures and density; gaps of one to three seqs, and a stretch that was not scanned.
EventStreamPtr denseStream()
{
    StreamBuilder builder;
    qint64 seq = 0;
    for (int i = 0; i < 20'000; ++i) {
        seq += i % 3 == 0 ? 3 : 1;
        const char *type = i % 37 == 0 ? "step.failed"
            : i % 2 == 0               ? "step.awaiting-approval"
                                       : "step.completed";
        builder.event(seq, type, "step_n" + QByteArray::number(i / 2 % 9) + "_1_x");
    }
    return builder.scanned(0, seq / 2).scanned(seq / 2 + 900, seq + 50).build();
}

/// All threads of the pool have other work while it lives.
class BusyPool
{
public:
    BusyPool()
    {
        for (int i = 0; i < m_threads; ++i) {
            m_pool.start([this] {
                m_begun.release();
                m_mayEnd.acquire();
            });
        }
        m_begun.acquire(m_threads);
    }
    ~BusyPool()
    {
        m_mayEnd.release(m_threads);
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(BusyPool)

private:
    QThreadPool &m_pool = *QThreadPool::globalInstance();
    int m_threads = m_pool.maxThreadCount();
    QSemaphore m_begun;
    QSemaphore m_mayEnd;
};

/// Lanes of the stream at a scale, as the timeline would paint them.
class Backdrop
{
public:
    Backdrop(const TimelineIndex &index, QSize size, double ratio, double share, int scroll = 0)
        : m_size(size)
        , m_lanes(LaneGeometry::fitting(index.lanes().count(), size.height(), scroll))
    {
        const AxisRange whole = index.wholeStream();
        TimelineLayoutOptions options;
        options.firstLane = m_lanes.firstVisible();
        options.laneCount = m_lanes.visibleCount();
        options.devicePixelRatio = ratio;
        const AxisRange range{whole.from, whole.from + whole.width() * share};
        m_scene = layoutTimeline(index, TimelineScale(range, size.width()), options);
    }

    /// Its uppermost rows, as many logical pixels.
    [[nodiscard]] QImage painted(TimelineBackdrop &backdrop,
                                 int height,
                                 QImage::Format format = QImage::Format_RGB32) const
    {
        const QSize device = QSize(m_size.width(), height) * m_scene.devicePixelRatio;
        QImage image(device, format);
        image.fill(kUntouched);
        image.setDevicePixelRatio(m_scene.devicePixelRatio);
        QPainter painter(&image);
        backdrop.paint(painter, device, m_scene, m_lanes, timelinePalette(false));
        return image;
    }
    [[nodiscard]] QImage painted(TimelineBackdrop &backdrop) const
    {
        return painted(backdrop, m_size.height());
    }

private:
    QSize m_size;
    LaneGeometry m_lanes;
    TimelineScene m_scene;
};

} // namespace

class tst_TimelineBackdrop : public QObject
{
    Q_OBJECT

private slots:
    void twoThreadsPaintWhatOnePaints_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("scroll");
        QTest::newRow("whole stream") << QSize(3840, 600) << 1.0 << 1.0 << 0;
        QTest::newRow("a twentieth") << QSize(3840, 600) << 1.0 << 0.05 << 0;
        QTest::newRow("single seqs") << QSize(3840, 600) << 1.0 << 0.005 << 0;
        QTest::newRow("fractional pixels") << QSize(2000, 402) << 1.25 << 0.05 << 0;
        QTest::newRow("double pixels") << QSize(1600, 301) << 2.0 << 0.05 << 0;
        QTest::newRow("scrolled, lanes cut off") << QSize(6001, 170) << 1.0 << 0.05 << 45;
        QTest::newRow("lanes end within a pixel") << QSize(2500, 333) << 1.5 << 0.3 << 31;
    }
    void twoThreadsPaintWhatOnePaints()
    {
        QFETCH(QSize, size);
        QFETCH(double, ratio);
        QFETCH(double, share);
        QFETCH(int, scroll);
        const Backdrop backdrop(m_index, size, ratio, share, scroll);
        TimelineBackdrop memory;
        QImage alone;
        {
            const BusyPool busy;
            alone = backdrop.painted(memory);
        }
        // Who takes which band differs each time, and with it what each memory held before.
        for (int time = 0; time < 10; ++time)
            QVERIFY(backdrop.painted(memory) == alone);
    }

    void everyRowIsPainted()
    {
        TimelineBackdrop memory;
        const QImage image = Backdrop(m_index, {3000, 801}, 1.25, 0.05).painted(memory);
        for (int y = 0; y < image.height(); ++y) {
            const auto *pixels = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            QCOMPARE(std::count(pixels, pixels + image.width(), kUntouched), 0);
        }
    }

    void aLargePictureBeginsWithTheSmallOne()
    {
        // 600,000 pixels are not worth a second thread, 2,400,000 are.
        const Backdrop backdrop(m_index, {3000, 800}, 1, 0.05);
        TimelineBackdrop memory;
        const QImage small = backdrop.painted(memory, 200);
        QVERIFY(backdrop.painted(memory).copy(small.rect()) == small);
    }

    void aDeviceWithoutRowsGetsTheSamePicture()
    {
        const Backdrop backdrop(m_index, {2500, 500}, 1, 0.05);
        TimelineBackdrop memory;
        const QImage other = backdrop.painted(memory, 500, QImage::Format_RGBA8888);
        QCOMPARE(other.convertToFormat(QImage::Format_RGB32), backdrop.painted(memory));
    }

private:
    TimelineIndex m_index{denseStream()};
};

QTEST_MAIN(tst_TimelineBackdrop)

#include "tst_timelinebackdrop.moc"
