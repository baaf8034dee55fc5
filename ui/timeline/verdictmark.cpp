// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/verdictmark.h"

#include <QFont>
#include <QPainter>

#include <algorithm>

namespace Gapline {

DeliveryMark deliveryMark(Verdict verdict, quint32 duplicates)
{
    switch (verdict) {
    case Verdict::Delivered:
        return duplicates > 0 ? DeliveryMark::Duplicate : DeliveryMark::Delivered;
    case Verdict::Late:
        return DeliveryMark::Late;
    case Verdict::Rejected:
        return DeliveryMark::Rejected;
    case Verdict::Pending:
        return DeliveryMark::Pending;
    case Verdict::Missed:
        return DeliveryMark::Missed;
    case Verdict::NotSubscribed:
        return DeliveryMark::NotSubscribed;
    case Verdict::NoEvidence:
    case Verdict::NotExpected:
        break;
    }
    return DeliveryMark::NoEvidence;
}

QColor deliveryColor(DeliveryMark mark, bool isDark)
{
    const auto either = [isDark](QRgb light, QRgb dark) {
        return QColor::fromRgb(isDark ? dark : light);
    };
    switch (mark) {
    case DeliveryMark::Delivered:
        return either(0xff008a64, 0xff1dbe8e);
    case DeliveryMark::Late:
        return either(0xffb87a00, 0xfff0b028);
    case DeliveryMark::Rejected:
        return either(0xffb53a00, 0xffff7a45);
    case DeliveryMark::Pending:
        return either(0xff4b6ea8, 0xff8db4f0);
    case DeliveryMark::Missed:
        return either(0xffc44a00, 0xffff9a4d);
    case DeliveryMark::Duplicate:
        return either(0xff0072b2, 0xff4ba3db);
    case DeliveryMark::NotSubscribed:
    case DeliveryMark::NoEvidence:
        break;
    }
    return either(0xff6b7280, 0xff9aa3b2);
}

void paintDeliveryMark(QPainter &painter, const QRectF &box, DeliveryMark mark, bool isDark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = deliveryColor(mark, isDark);
    const double size = box.width();
    const QPointF c = box.center();
    QPen pen(color, std::max(1.5, size / 8), Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double radius = size * 0.4;
    switch (mark) {
    case DeliveryMark::Delivered:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(c, size * 0.32, size * 0.32);
        break;
    case DeliveryMark::Late:
        painter.drawEllipse(c, radius, radius);
        painter.drawLine(c, c - QPointF(0, radius * 0.6));
        painter.drawLine(c, c + QPointF(radius * 0.5, 0));
        break;
    case DeliveryMark::Rejected:
        painter.drawEllipse(c, radius, radius);
        painter.drawLine(c + QPointF(-radius, radius) * 0.7, c + QPointF(radius, -radius) * 0.7);
        break;
    case DeliveryMark::Pending:
        pen.setDashPattern({1.2, 1.6});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawEllipse(c, radius, radius);
        break;
    case DeliveryMark::Missed:
        pen.setWidthF(std::max(2.0, size / 5.5));
        painter.setPen(pen);
        painter.drawLine(c + QPointF(-radius, -radius) * 0.85, c + QPointF(radius, radius) * 0.85);
        painter.drawLine(c + QPointF(-radius, radius) * 0.85, c + QPointF(radius, -radius) * 0.85);
        break;
    case DeliveryMark::NotSubscribed:
        painter.drawLine(c - QPointF(radius * 0.8, 0), c + QPointF(radius * 0.8, 0));
        break;
    case DeliveryMark::NoEvidence: {
        QFont font = painter.font();
        font.setPixelSize(std::max(8, int(size * 0.95)));
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(box.adjusted(-2, -2, 2, 2), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case DeliveryMark::Duplicate:
        painter.drawEllipse(c - QPointF(size * 0.17, 0), size * 0.27, size * 0.27);
        painter.drawEllipse(c + QPointF(size * 0.17, 0), size * 0.27, size * 0.27);
        break;
    }
    painter.restore();
}

QColor missedTint(bool isDark)
{
    QColor tint = deliveryColor(DeliveryMark::Missed, isDark);
    tint.setAlpha(isDark ? 46 : 26);
    return tint;
}

QString DeliveryText::name(DeliveryMark mark)
{
    switch (mark) {
    case DeliveryMark::Delivered:
        return tr("delivered");
    case DeliveryMark::Late:
        return tr("late");
    case DeliveryMark::Rejected:
        return tr("rejected");
    case DeliveryMark::Pending:
        return tr("pending");
    case DeliveryMark::Missed:
        return tr("missed");
    case DeliveryMark::NotSubscribed:
        return tr("not subscribed");
    case DeliveryMark::NoEvidence:
        return tr("no evidence");
    case DeliveryMark::Duplicate:
        break;
    }
    return tr("duplicate");
}

QString DeliveryText::webhook(Verdict verdict, quint32 duplicates)
{
    if (verdict == Verdict::NotExpected)
        return {};
    const QString text = tr("webhook %1").arg(name(deliveryMark(verdict, 0)));
    if (duplicates == 0)
        return text;
    return duplicates == 1 ? tr("%1, 1 duplicate").arg(text)
                           : tr("%1, %2 duplicates").arg(text).arg(duplicates);
}

QString DeliveryText::meaning(DeliveryMark mark)
{
    switch (mark) {
    case DeliveryMark::Late:
        return tr("late (retried)");
    case DeliveryMark::Rejected:
        return tr("rejected: never acknowledged");
    case DeliveryMark::Pending:
        return tr("pending: may still arrive");
    case DeliveryMark::NotSubscribed:
        return tr("not subscribed: no loss");
    case DeliveryMark::NoEvidence:
        return tr("no evidence: not in the log's span");
    case DeliveryMark::Delivered:
    case DeliveryMark::Missed:
    case DeliveryMark::Duplicate:
        break;
    }
    return name(mark);
}

} // namespace Gapline
