// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/picturewriter.h"

#include "core/domain/wording.h"
#include "core/report/rowexport.h"
#include "ui/report/picturepainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace Gapline {
namespace {

constexpr double kSvgRatio = 1;
constexpr double kPrintRatio = 2; ///< Columns of density a logical pixel.
constexpr double kLogicalDpi = 96;
constexpr double kPageMargin = 8; ///< Millimetres; the picture has some of its own.
constexpr qint64 kMostPixels = 120'000'000;

class WriterText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)

public:
    static QString page(int number, int count)
    {
        return tr("page %1 of %2").arg(number).arg(count);
    }
    static QString lanes(quint32 shown, quint32 all)
    {
        const QLocale locale;
        return tr("lanes 1 to %1 of %2; a PDF has more room")
            .arg(locale.toString(shown), locale.toString(all));
    }
    static QString lanesOfPages(quint32 shown, quint32 all)
    {
        const QLocale locale;
        return tr("lanes 1 to %1 of %2; collapse some in the window to see the others")
            .arg(locale.toString(shown), locale.toString(all));
    }
};

QString madeBy()
{
    return QStringLiteral("Gapline " GAPLINE_VERSION);
}

/// The whole picture on one page, as far as it has room.
PicturePage onlyPage(const PicturePainter &painter)
{
    const quint32 lanes = std::min(painter.laneCount(), kMostPictureLanes);
    QString note = madeBy();
    if (lanes < painter.laneCount())
        note += QStringLiteral(" · ") + WriterText::lanes(lanes, painter.laneCount());
    return {0, lanes, note};
}

Result<QByteArray>
renderPng(const TimelinePicture &picture, const PictureRequest &request, const QFont &font)
{
    const PicturePainter composer(picture, request.width, request.scale, font);
    const PicturePage page = onlyPage(composer);
    const QSize size(request.width * request.scale,
                     int(composer.heightOf(page.laneCount) * request.scale));
    const qint64 pixels = qint64(size.width()) * size.height();
    QImage image;
    if (pixels <= kMostPixels)
        image = QImage(size, QImage::Format_RGB32);
    if (image.isNull()) {
        return failure(ErrorId::FileUnwritable,
                       CoreText::tr("A picture of %1 × %2 pixels is too large: choose a smaller "
                                    "width or scale, or PDF.")
                           .arg(size.width())
                           .arg(size.height()));
    }
    image.setDotsPerMeterX(int(kLogicalDpi * request.scale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), picture.title);
    image.setText(QStringLiteral("Software"), madeBy());
    QPainter painter(&image);
    painter.scale(request.scale, request.scale);
    composer.paint(painter, page);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failure(ErrorId::FileUnwritable,
                       CoreText::tr("The picture could not be encoded as PNG."));
    return bytes;
}

QByteArray renderSvg(const TimelinePicture &picture, int width, const QFont &font)
{
    const PicturePainter composer(picture, width, kSvgRatio, font);
    const PicturePage page = onlyPage(composer);
    const QSize size(width, int(composer.heightOf(page.laneCount)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(kLogicalDpi));
    generator.setSize(size);
    generator.setViewBox(QRect({0, 0}, size));
    // Some versions of Qt write both as they are, mark-up and all: what they mean is put in afterwards.
    generator.setTitle(QStringLiteral("title"));
    generator.setDescription(QStringLiteral("coverage"));
    QPainter painter(&generator);
    composer.paint(painter, page);
    painter.end();
    QString text = QString::fromUtf8(bytes);
    const auto describe = [&text](const char *element, const QString &as) {
        const QString name = QString::fromLatin1(element);
        const qsizetype begin = text.indexOf(QStringLiteral("<%1>").arg(name)) + name.size() + 2;
        const qsizetype end = text.indexOf(QStringLiteral("</%1>").arg(name), begin);
        text.replace(begin, std::max<qsizetype>(end - begin, 0), as.toHtmlEscaped());
    };
    describe("title", picture.title);
    describe("desc", picture.coverage.join(u'\n'));
    // Where the font is not at hand, letters of the same kind are.
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\",]*)\""));
    text.replace(family, QStringLiteral("font-family=\"\\1, sans-serif\""));
    return text.toUtf8();
}

QByteArray
renderPdf(const TimelinePicture &picture, const PictureRequest &request, const QFont &font)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(request.page));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(kPageMargin, kPageMargin, kPageMargin, kPageMargin),
                          QPageLayout::Millimeter);
    writer.setTitle(picture.title);
    writer.setCreator(madeBy());
    const bool isPainted = printPicture(picture, writer, font);
    return isPainted ? bytes : QByteArray();
}

} // namespace

bool printPicture(const TimelinePicture &picture, QPagedPaintDevice &device, const QFont &font)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    // Texts as large on every paper: the page decides how much fits beside them.
    const double width = device.width() * kLogicalDpi / device.logicalDpiX();
    const double scale = device.width() / width;
    const PicturePainter composer(picture, width, kPrintRatio, font);
    const quint32 fits = composer.lanesWithin(device.height() / scale);
    const quint32 lanes =
        quint32(std::min<quint64>(composer.laneCount(), quint64(fits) * kMostPicturePages));
    const auto pages = int((lanes + fits - 1) / fits);
    painter.scale(scale, scale);
    for (int number = 0; number < pages; ++number) {
        if (number > 0 && !device.newPage())
            return false;
        const quint32 first = quint32(number) * fits;
        QString note = madeBy();
        if (pages > 1)
            note += QStringLiteral(" · ") + WriterText::page(number + 1, pages);
        if (lanes < composer.laneCount())
            note += QStringLiteral(" · ") + WriterText::lanesOfPages(lanes, composer.laneCount());
        composer.paint(painter, {first, std::min(fits, lanes - first), note});
    }
    return painter.end();
}

QByteArray inlineSvg(const TimelinePicture &picture, int width, const QFont &font)
{
    QByteArray svg = renderSvg(picture, width, font);
    svg.remove(0, std::max<qsizetype>(svg.indexOf("<svg"), 0));
    // Its room decides how large it is, not millimetres.
    static const QRegularExpression size(QStringLiteral(" (width|height)=\"[^\"]*mm\""));
    QString text = QString::fromUtf8(svg);
    const qsizetype end = text.indexOf(u'>');
    text.replace(0, end, text.left(end).remove(size));
    return text.toUtf8().trimmed();
}

Result<QByteArray>
renderPicture(const TimelinePicture &picture, const PictureRequest &request, const QFont &font)
{
    switch (request.format) {
    case PictureFormat::Png:
        return renderPng(picture, request, font);
    case PictureFormat::Svg:
        return renderSvg(picture, request.width, font);
    case PictureFormat::Pdf:
        break;
    }
    const QByteArray pdf = renderPdf(picture, request, font);
    if (pdf.isEmpty())
        return failure(ErrorId::FileUnwritable, CoreText::tr("The pages could not be painted."));
    return pdf;
}

Result<void>
writePicture(const TimelinePicture &picture, const PictureRequest &request, const QFont &font)
{
    const Result<QByteArray> bytes = renderPicture(picture, request, font);
    if (!bytes)
        return Failure(bytes.error());
    QSaveFile file(request.file);
    const auto unwritable = [&file] {
        return failure(ErrorId::FileUnwritable,
                       CoreText::tr("%1 could not be written: %2")
                           .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    if (const Result<void> written = writeAll(file, *bytes); !written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit())
        return unwritable();
    return {};
}

} // namespace Gapline
