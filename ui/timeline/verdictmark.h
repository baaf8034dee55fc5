// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/verdict.h"

#include <QColor>
#include <QCoreApplication>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// What the receiver lane, tables and legends draw for a verdict. Each has a shape of its own: a disc (delivered),
/// a clock (late), a barred circle (rejected), a dashed ring (pending), a cross (missed), a dash (not subscribed), a
/// question mark (no evidence); two rings stand for a delivery that came more than once.
enum class DeliveryMark : quint8
{
    Delivered,
    Late,
    Rejected,
    Pending,
    Missed,
    NotSubscribed,
    NoEvidence,
    Duplicate,
};
inline constexpr int kDeliveryMarkCount = 8;

/// Not for NotExpected, which is never drawn.
[[nodiscard]] DeliveryMark deliveryMark(Verdict verdict, quint32 duplicates);
/// At least 3:1 against the ground of its theme.
[[nodiscard]] QColor deliveryColor(DeliveryMark mark, bool isDark);
/// Fills most of `box`, which is square.
void paintDeliveryMark(QPainter &painter, const QRectF &box, DeliveryMark mark, bool isDark);
/// The ground behind what was missed, and of outages.
[[nodiscard]] QColor missedTint(bool isDark);

/// Words for marks, plain text.
class DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryText)

public:
    /// "late", "not subscribed"...
    [[nodiscard]] static QString name(DeliveryMark mark);
    /// "webhook missed", "webhook delivered, 2 duplicates"; empty for what is never sent.
    [[nodiscard]] static QString webhook(Verdict verdict, quint32 duplicates);
    /// "late: acknowledged by a retry"; for legends and menus.
    [[nodiscard]] static QString meaning(DeliveryMark mark);
};

} // namespace Gapline
