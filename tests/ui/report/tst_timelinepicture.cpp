// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"
#include "tests/support/streambuilder.h"

#include "core/cache/cache.h"
#include "core/stream/gapfinder.h"
#include "ui/report/picturepainter.h"
#include "ui/report/picturewriter.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/workspace/streamview.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

/// Seqs 1 to 40: events of three lanes, gaps between them, 31–35 not scanned.
EventStreamPtr someStream(const QString &id = QStringLiteral("exec_test"))
{
    return StreamBuilder(id)
        .event(1, "execution.dispatched")
        .event(4, "step.awaiting-approval", "step_legal_1_x")
        .event(9, "step.awaiting-approval", "step_brand_1_x")
        .event(13, "step.completed", "step_legal_1_x")
        .event(19, "step.breached", "step_brand_1_x")
        .event(24, "step.failed", "step_<b>ship</b>_1_x")
        .event(28, "execution.failed")
        .scanned(0, 30)
        .scanned(35, 40)
        .build();
}

/// Events at three of five seqs up to 5 n, in ten lanes; every hundredth step failed.
EventStreamPtr longStream(qint64 n)
{
    StreamBuilder builder;
    builder.event(1, "execution.dispatched");
    std::vector<QByteArray> steps;
    for (int i = 0; i < 10; ++i)
        steps.push_back("step_n" + QByteArray::number(i) + "_1_x");
    for (qint64 i = 1; i < n; ++i) {
        for (const qint64 offset : {1, 2, 4}) {
            builder.event(5 * i + offset,
                          (i + offset) % 100 == 0 ? "step.failed" : "step.completed",
                          steps[size_t(i % 10)]);
        }
    }
    return builder.scanned(0, 5 * n).build();
}

/// What the window would give to a picture.
struct Shown
{
    explicit Shown(const EventStreamPtr &stream,
                   AxisKind axis = AxisKind::Seq,
                   const ComparisonPtr &comparison = {})
        : view(stream->executionId(), cache)
    {
        view.showStream(stream);
        view.showComparison(comparison);
        content.setAxis(axis, IdleTime::Full);
        content.setView(&view);
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return content.isCurrent() && !view.isFiltering(); });
    }
    TimelinePicture picture(PictureRange range = PictureRange::Whole)
    {
        return *takePicture(content, range, TimeZoneChoice::Utc);
    }

    Cache cache;
    StreamView view;
    TimelineContent content;
};

QByteArray rendered(const TimelinePicture &picture, PictureFormat format, int width = 1200)
{
    PictureRequest request;
    request.format = format;
    request.width = width;
    request.scale = 1;
    return renderPicture(picture, request, QApplication::font()).value_or(QByteArray());
}

struct SvgContent
{
    QString error;
    qsizetype elements = 0;
    QSet<QString> names;
    QString text;
};

SvgContent readSvg(const QByteArray &svg)
{
    SvgContent content;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            ++content.elements;
            content.names.insert(reader.name().toString());
        } else if (reader.isCharacters()) {
            content.text += reader.text();
        }
    }
    if (reader.hasError())
        content.error = reader.errorString();
    return content;
}

qsizetype pixelsOf(const QImage &image, const QColor &color)
{
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb();
    }
    return count;
}

ComparisonPtr comparisonOf(Scene scene)
{
    (void)scene.run(); // Fills in the table.
    ReconcileSet set;
    set.executions = scene.input().executions;
    return std::make_shared<const Comparison>(
        std::move(set), scene.input().deliveries, scene.receiver(), std::vector<UnreadableRow>());
}

} // namespace

class tst_TimelinePicture : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsLightInADarkWindow()
    {
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(30, 30, 30));
        dark.setColor(QPalette::WindowText, Qt::white);
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        const QPalette before = QApplication::palette();
        QApplication::setPalette(dark);
        Shown shown(someStream());
        QVERIFY(shown.isReady());
        const QImage image = QImage::fromData(rendered(shown.picture(), PictureFormat::Png));
        QApplication::setPalette(before);
        QCOMPARE(image.width(), 1200);
        const TimelinePalette light = timelinePalette(false);
        QCOMPARE(QColor(image.pixel(2, 2)), light.lane);
        // Ground, both hatches' grounds, and a failure are there in the light theme's colours.
        for (const QColor &color : {light.gap, light.unknown, light.mark(EventCategory::Failed)})
            QVERIFY2(pixelsOf(image, color) > 20, qPrintable(color.name()));
        QVERIFY(pixelsOf(image, light.lane) > image.width() * image.height() / 4);
        const TimelinePalette night = timelinePalette(true);
        QCOMPARE(pixelsOf(image, night.lane), 0);
    }

    void aPngHasAsManyPixelsAsAsked()
    {
        Shown shown(someStream());
        QVERIFY(shown.isReady());
        PictureRequest request;
        request.width = 900;
        request.scale = 3;
        const auto png = renderPicture(shown.picture(), request, QApplication::font());
        QVERIFY(png);
        const QImage image = QImage::fromData(*png);
        QCOMPARE(image.width(), 2700);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("exec_test"));
    }

    void anSvgSaysWhatTheNumbersCover()
    {
        Shown shown(someStream());
        QVERIFY(shown.isReady());
        const SvgContent svg = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QCOMPARE(svg.error, QString());
        QVERIFY(svg.text.contains(QStringLiteral("exec_test")));
        QVERIFY(svg.text.contains(QStringLiteral("Shown: the whole stream, seq 1 to 40")));
        const qint64 internal = countSeqs(shown.view.gaps(), GapKind::InternalOnly);
        QCOMPARE(internal, 28);
        QVERIFY(svg.text.contains(QStringLiteral("35 seqs scanned")));
        QVERIFY(svg.text.contains(QStringLiteral("7 events")));
        QVERIFY(svg.text.contains(QStringLiteral("28 internal-only")));
        QVERIFY(svg.text.contains(QStringLiteral("5 unknown")));
        QVERIFY(!svg.names.contains(QStringLiteral("image")));
        QVERIFY(!svg.names.contains(QStringLiteral("script")));
        QVERIFY(QSvgRenderer(rendered(shown.picture(), PictureFormat::Svg)).isValid());
    }

    void theVisibleRangeIsSaidAndNothingElseIsDrawn()
    {
        Shown shown(someStream());
        QVERIFY(shown.isReady());
        shown.content.show({10, 21});
        const SvgContent svg =
            readSvg(rendered(shown.picture(PictureRange::Visible), PictureFormat::Svg));
        QVERIFY(svg.text.contains(QStringLiteral("Shown: seq 10 to 20 of 1 to 40")));
        const SvgContent whole = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QVERIFY(whole.text.contains(QStringLiteral("Shown: the whole stream")));
        QVERIFY(svg.elements < whole.elements);
    }

    void aFilterIsSaid()
    {
        Shown shown(someStream());
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.completed")};
        shown.view.setFilter(filter);
        QVERIFY(shown.isReady());
        const SvgContent svg = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QVERIFY(svg.text.contains(
            QStringLiteral("Filtered: 1 of 7 events are drawn (type:step.completed)")));
    }

    void hostileNamesStayText()
    {
        const QString id =
            QStringLiteral("</text><script>alert(1)</script>\u202E\uFFFE") + QString(5000, u'x');
        Shown shown(someStream(id));
        QVERIFY(shown.isReady());
        const QByteArray bytes = rendered(shown.picture(), PictureFormat::Svg);
        const SvgContent svg = readSvg(bytes);
        QCOMPARE(svg.error, QString());
        QVERIFY(!svg.names.contains(QStringLiteral("script")));
        QVERIFY(svg.text.contains(QStringLiteral("[U+202E][U+FFFE]")));
        QVERIFY(svg.text.contains(QStringLiteral("<b>ship</b>")));
        const QByteArray inside = inlineSvg(shown.picture(), 1000, QApplication::font());
        QVERIFY(inside.startsWith("<svg"));
        QVERIFY(!inside.left(inside.indexOf('>')).contains("mm\""));
        QCOMPARE(readSvg(inside).error, QString());
    }

    void aLongStreamHasFewElementsAndLosesNoFailure()
    {
        Shown shown(longStream(60'000)); // 180,000 events.
        QVERIFY(shown.isReady());
        const QByteArray bytes = rendered(shown.picture(), PictureFormat::Svg);
        const SvgContent svg = readSvg(bytes);
        QCOMPARE(svg.error, QString());
        QVERIFY2(svg.elements < 5000, qPrintable(QString::number(svg.elements)));
        QVERIFY2(bytes.size() < 4'000'000, qPrintable(QString::number(bytes.size())));
        const QImage image = QImage::fromData(rendered(shown.picture(), PictureFormat::Png));
        // Failures are on top in each of the lanes that have some.
        const TimelinePalette light = timelinePalette(false);
        QVERIFY(pixelsOf(image, light.mark(EventCategory::Failed)) > 1000);
    }

    void aSingleFailureAmongManyEventsIsSeen()
    {
        StreamBuilder builder;
        for (qint64 seq = 1; seq <= 50'000; ++seq)
            builder.event(seq, seq == 31'234 ? "step.failed" : "step.completed", "step_a_1_x");
        Shown shown(builder.scanned(0, 50'000).build());
        QVERIFY(shown.isReady());
        const TimelinePicture picture = shown.picture();
        const QImage image = QImage::fromData(rendered(picture, PictureFormat::Png));
        int first = image.width();
        int last = 0;
        for (int y = 0; y < image.height() * 2 / 3; ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != timelinePalette(false).mark(EventCategory::Failed).rgb())
                    continue;
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
        QVERIFY(last >= first);
        QVERIFY2(last - first <= 3, qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
        // Where its seq stands, right of the names.
        const double share = double(first) / image.width();
        QVERIFY(share > 0.62 && share < 0.68);
    }

    void aPdfHasAsManyPagesAsItsLanesNeed()
    {
        StreamBuilder builder;
        builder.event(1, "execution.dispatched");
        for (int i = 0; i < 100; ++i) {
            builder.event(2 + i, "step.completed", "step_node" + QByteArray::number(i) + "_1_x");
        }
        Shown shown(builder.scanned(0, 101).build());
        QVERIFY(shown.isReady());
        const QByteArray pdf = rendered(shown.picture(), PictureFormat::Pdf);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        const qsizetype pages = pdf.count("/Type /Page\n");
        QVERIFY2(pages >= 5 && pages <= 20, qPrintable(QString::number(pages)));
        StreamBuilder many;
        for (int i = 0; i < 5000; ++i)
            many.event(1 + i, "step.completed", "step_node" + QByteArray::number(i) + "_1_x");
        Shown large(many.scanned(0, 5000).build());
        QVERIFY(large.isReady());
        QCOMPARE(rendered(large.picture(), PictureFormat::Pdf).count("/Type /Page\n"), 100);
        Shown small(someStream());
        QVERIFY(small.isReady());
        QCOMPARE(rendered(small.picture(), PictureFormat::Pdf).count("/Type /Page\n"), 1);
    }

    void moreLanesThanAPictureHoldsAreCounted()
    {
        StreamBuilder builder;
        for (int i = 0; i < 400; ++i)
            builder.event(1 + i, "step.completed", "step_n" + QByteArray::number(i) + "_1_x");
        Shown shown(builder.scanned(0, 400).build());
        QVERIFY(shown.isReady());
        const SvgContent svg = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QVERIFY(svg.text.contains(QStringLiteral("lanes 1 to 300 of 401; a PDF has more room")));
    }

    void aTimeAxisNamesItsZone()
    {
        Shown shown(someStream(), AxisKind::Time);
        QVERIFY(shown.isReady());
        QVERIFY(shown.content.times());
        const SvgContent svg = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QVERIFY(svg.text.contains(QStringLiteral("time axis, UTC")));
        QVERIFY(svg.text.contains(QStringLiteral("2026-04-28 UTC")));
    }

    void aComparisonIsDrawnWithWhatItCovers()
    {
        const ComparisonPtr comparison = comparisonOf(outageScene(30, 1800, 2442));
        const EventStreamPtr stream = comparison->input().executions.front().stream;
        Shown shown(stream, AxisKind::Seq, comparison);
        QVERIFY(shown.isReady());
        const SvgContent svg = readSvg(rendered(shown.picture(), PictureFormat::Svg));
        QVERIFY(svg.text.contains(QStringLiteral("30 expected, 10 late, 20 missed")));
        QVERIFY(svg.text.contains(QStringLiteral("outage · 20 missed")));
        const QString first =
            coverageStatement(comparison->report(), TimeZoneChoice::Utc).constFirst();
        QVERIFY2(svg.text.simplified().contains(first.left(40).simplified()), qPrintable(first));
    }

    void aPictureThatWouldNotFitIntoMemoryIsRefused()
    {
        StreamBuilder builder;
        for (int i = 0; i < 300; ++i)
            builder.event(1 + i, "step.completed", "step_n" + QByteArray::number(i) + "_1_x");
        Shown shown(builder.scanned(0, 300).build());
        QVERIFY(shown.isReady());
        PictureRequest request;
        request.width = 8000;
        request.scale = 4;
        const auto png = renderPicture(shown.picture(), request, QApplication::font());
        QVERIFY(!png);
        QCOMPARE(png.error().id, ErrorId::FileUnwritable);
    }

    void aFileAppearsWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        Shown shown(someStream());
        QVERIFY(shown.isReady());
        PictureRequest request;
        request.file = folder.filePath(QStringLiteral("missing/timeline.png"));
        const auto refused = writePicture(shown.picture(), request, QApplication::font());
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, ErrorId::FileUnwritable);
        request.file = folder.filePath(QStringLiteral("timeline.png"));
        QVERIFY(writePicture(shown.picture(), request, QApplication::font()));
        QFile file(request.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("\x89PNG"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("timeline.png")});
    }
};

QTEST_MAIN(tst_TimelinePicture)
#include "tst_timelinepicture.moc"
