// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/executiondelegate.h"

#include "core/domain/displaytext.h"
#include "ui/models/executionmodel.h"
#include "ui/timeline/verdictmark.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>

namespace Gapline {
namespace {

constexpr int kMargin = 8;
constexpr int kLineGap = 3;
constexpr int kMarkSize = 10;

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QFont idFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    return font;
}

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

QString countsText(const QModelIndex &index)
{
    const QString state = index.data(ExecutionModel::StateTextRole).toString();
    if (!state.isEmpty())
        return state;
    if (!index.data(ExecutionModel::IsCachedRole).toBool())
        return {};
    const QModelIndex events = index.siblingAtColumn(int(ExecutionModel::Column::Events));
    const qint64 count = events.data(ExecutionModel::SortRole).toLongLong();
    if (count == 0)
        return ExecutionDelegate::tr("no events");
    return count == 1
        ? ExecutionDelegate::tr("1 event")
        : ExecutionDelegate::tr("%1 events").arg(events.data(Qt::DisplayRole).toString());
}

/// Gives the width taken. `tint` is for what asks for attention; none: a quiet pill.
int paintCounts(QPainter *painter,
                const QRect &line,
                const QString &text,
                const QPalette &palette,
                const QColor &tint = {})
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int width = metrics.horizontalAdvance(text) + 14;
    const QRect pill(line.right() - width + 1, line.top() - 1, width, line.height() + 2);
    QColor ground = tint.isValid() ? tint : palette.color(QPalette::AlternateBase);
    ground.setAlphaF(tint.isValid() ? 0.16F : 1.0F);
    painter->setPen(tint.isValid() ? QPen(Qt::NoPen) : QPen(palette.color(QPalette::Mid), 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter->setPen(tint.isValid() ? tint : palette.color(QPalette::Text));
    painter->drawText(pill, Qt::AlignCenter, text);
    return width + kMargin;
}

} // namespace

QString elidedSummary(const QString &summary, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(summary) <= width)
        return summary;
    constexpr int kLeastLetters = 8;
    const qsizetype time = summary.lastIndexOf(QStringLiteral(" · "));
    const qsizetype clock = summary.lastIndexOf(u' ') + 1;
    if (time < 0 || clock <= time)
        return metrics.elidedText(summary, Qt::ElideMiddle, width);
    const QString dot = QStringLiteral(" · ");
    // "2026-11-27 15:31:14Z": without the year, without the seconds, without the day.
    const QString day = summary.sliced(time + 3, clock - time - 4).section(u'-', 1);
    const QString whole = summary.sliced(clock);
    const QString zone = whole.endsWith(u'Z') ? QStringLiteral("Z") : QString();
    const QString minute = whole.section(u':', 0, 1) + zone;
    for (const QString &end : {summary.sliced(time),
                               dot + day + u' ' + whole,
                               dot + day + u' ' + minute,
                               dot + u'…' + whole}) {
        const int room = width - metrics.horizontalAdvance(end);
        if (room >= kLeastLetters * metrics.averageCharWidth())
            return metrics.elidedText(summary.first(time), Qt::ElideRight, room) + end;
    }
    return metrics.elidedText(summary, Qt::ElideMiddle, width);
}

void paintStatusMark(QPainter *painter, const QRectF &box, const QString &status, bool isDark)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto colour = [isDark](const char *light, const char *dark) {
        return QColor(QLatin1String(isDark ? dark : light));
    };
    const QColor grey = colour("#6b7280", "#9ca3af");
    const QRectF ring = box.adjusted(1, 1, -1, -1);
    if (status == QLatin1String("completed")) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour("#009e73", "#2bbf95"));
        painter->drawEllipse(box);
    } else if (status == QLatin1String("running")) {
        painter->setPen(QPen(colour("#0072b2", "#56b4e9"), 2));
        painter->drawEllipse(ring);
        painter->setBrush(colour("#0072b2", "#56b4e9"));
        painter->drawPie(ring, 90 * 16, 180 * 16);
    } else if (status == QLatin1String("failed")) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour("#d55e00", "#f0803c"));
        painter->drawPolygon(
            QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
    } else if (status == QLatin1String("cancelled")) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(grey);
        painter->drawRect(ring);
    } else if (status == QLatin1String("pending")) {
        painter->setPen(QPen(grey, 2));
        painter->drawEllipse(ring);
    } else if (status.isEmpty()) {
        painter->setPen(QPen(grey, 1.5, Qt::DotLine));
        painter->drawEllipse(ring);
    } else {
        painter->setPen(QPen(grey, 1.5));
        const QPointF c = box.center();
        painter->drawPolygon(QPolygonF({{c.x(), box.top()},
                                        {box.right(), c.y()},
                                        {c.x(), box.bottom()},
                                        {box.left(), c.y()}}));
    }
    painter->restore();
}

void ExecutionDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool isDark = isDarkPalette(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        QColor background = palette.color(QPalette::Highlight);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        background.setAlphaF(isSelected ? (isDark ? 0.30F : 0.15F) : 0.06F);
        painter->fillRect(option.rect, background);
    }
    const QRect rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      palette.color(QPalette::Mid));

    const QFont font = idFont(option.font);
    const QFont small = smallFont(option.font);
    const int idHeight = QFontMetrics(font).height();
    const int smallHeight = QFontMetrics(small).height();
    const QRect inner = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRectF mark(
        inner.left(), inner.top() + (idHeight - kMarkSize) / 2.0, kMarkSize, kMarkSize);
    paintStatusMark(painter, mark, index.data(ExecutionModel::StatusRole).toString(), isDark);

    const QRect text = inner.adjusted(kMarkSize + 10, 0, 0, 0);
    const QRect first(text.left(), text.top(), text.width(), idHeight);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Text));
    const QString id = Gapline::displayText(index.data(ExecutionModel::IdRole).toString());
    painter->drawText(first,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(id, Qt::ElideMiddle, first.width()));

    QRect second(text.left(), first.bottom() + 1 + kLineGap, text.width(), smallHeight);
    painter->setFont(small);
    const QString badge = index.data(ExecutionModel::BadgeRole).toString();
    const QString counts = countsText(index);
    const bool isMoving = !index.data(ExecutionModel::StateTextRole).toString().isEmpty();
    if (!badge.isEmpty() && !isMoving) {
        const QVariant isBad = index.data(ExecutionModel::IsBadgeBadRole);
        QColor tint;
        if (isBad.isValid())
            tint = deliveryColor(isBad.toBool() ? DeliveryMark::Missed : DeliveryMark::Delivered,
                                 isDark);
        second.setRight(second.right() - paintCounts(painter, second, badge, palette, tint));
    } else if (!counts.isEmpty()) {
        second.setRight(second.right() - paintCounts(painter, second, counts, palette));
    }
    painter->setPen(palette.color(QPalette::PlaceholderText));
    const QString summary = index.data(ExecutionModel::SummaryRole).toString();
    painter->drawText(second,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      elidedSummary(summary, painter->fontMetrics(), second.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(palette.color(QPalette::Link), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QSize ExecutionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(idFont(option.font)).height() + kLineGap
        + QFontMetrics(smallFont(option.font)).height() + 2 * kMargin;
    return {200, height};
}

} // namespace Gapline
