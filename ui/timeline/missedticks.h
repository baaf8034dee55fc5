// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/deliverydensity.h"

QT_BEGIN_NAMESPACE
class QPainter;
class QRectF;
QT_END_NAMESPACE

namespace Gapline {

/// Ticks below the overview where webhooks were missed: a track of their own, as tall as their share, so that they are
/// found without their colour and a few do not look like all.
class MissedTicks
{
public:
    /// Into `track`, whose x are those of `scale`. Nothing without a comparison.
    void paint(QPainter &painter,
               const QRectF &track,
               const StreamDeliveriesPtr &deliveries,
               const TimelineScale &scale,
               const TimeIndexPtr &times,
               bool isDark);

private:
    DeliveryDensity m_density;
};

} // namespace Gapline
