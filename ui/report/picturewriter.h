// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/report/timelinepicture.h"

#include <QByteArray>
#include <QFont>
#include <QPageSize>

class QPagedPaintDevice;

namespace Gapline {

enum class PictureFormat
{
    Png,
    Svg,
    Pdf,
};

/// How to write a picture, and where.
struct PictureRequest
{
    PictureFormat format = PictureFormat::Png;
    QString file;
    PictureRange range = PictureRange::Whole;
    int width = 1600; ///< Logical pixels; of PNG and SVG.
    int scale = 2; ///< Of PNG: device pixels a logical one.
    QPageSize::PageSizeId page = QPageSize::A4; ///< Of PDF, landscape.
};

/// Lanes that a PNG or SVG shows at most, and pages that a PDF or a printer gets; the picture says so where there are
/// more lanes.
inline constexpr quint32 kMostPictureLanes = 300;
inline constexpr quint32 kMostPicturePages = 100;

// All of it is pure, for any thread; `font` gives the family, sizes are the picture's own.

/// Errors: FileUnwritable, when the picture would not fit into memory.
[[nodiscard]] Result<QByteArray>
renderPicture(const TimelinePicture &picture, const PictureRequest &request, const QFont &font);
/// An svg element to be put into an HTML page: no prolog, as wide as its room.
[[nodiscard]] QByteArray inlineSvg(const TimelinePicture &picture, int width, const QFont &font);
/// Onto as many pages as the lanes need, up to kMostPicturePages. False when the device cannot be painted on.
[[nodiscard]] bool
printPicture(const TimelinePicture &picture, QPagedPaintDevice &device, const QFont &font);

/// The file appears whole or not at all. Errors: FileUnwritable, those of renderPicture().
[[nodiscard]] Result<void>
writePicture(const TimelinePicture &picture, const PictureRequest &request, const QFont &font);

} // namespace Gapline
