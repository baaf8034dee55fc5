// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/filterchip.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/categorymark.h"
#include "ui/timeline/timelinetext.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include <numeric>

namespace Gapline {
namespace {

constexpr qsizetype kMenuCharacters = 60;

int padding(const QFontMetrics &metrics)
{
    return metrics.height() * 5 / 8;
}

} // namespace

FilterChip::FilterChip(EventCategory category, QWidget *parent)
    : QAbstractButton(parent)
    , m_category(category)
{
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setChecked(true);
    setText(TimelineText::category(category));
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this] {
        setChecked(m_shown != Shown::None); // The filter decides, not the click.
        emit typesToggled(typeNames(), m_shown != Shown::All);
    });
    describe();
}

void FilterChip::setTypes(const std::vector<TypeCount> &types)
{
    m_types = types;
    showFilter(m_filter);
    updateGeometry();
}

QByteArrayList FilterChip::typeNames() const
{
    QByteArrayList names;
    for (const TypeCount &type : m_types)
        names << type.name;
    return names;
}

void FilterChip::showFilter(const EventFilter &filter)
{
    m_filter = filter;
    m_shown = shownTypes(filter, typeNames());
    setChecked(m_shown != Shown::None);
    describe();
    update();
}

void FilterChip::describe()
{
    const qint64 events = std::accumulate(
        m_types.begin(), m_types.end(), qint64(0), [](qint64 sum, const TypeCount &t) {
            return sum + t.events;
        });
    const QLocale locale;
    setText(QStringLiteral("%1  %2").arg(TimelineText::category(m_category),
                                         locale.toString(qlonglong(events))));
    const QString state = m_shown == Shown::All ? tr("shown")
        : m_shown == Shown::None                ? tr("hidden")
                                                : tr("partly shown");
    setAccessibleName(tr("%1, %n event(s), %2", nullptr, int(std::min<qint64>(events, INT_MAX)))
                          .arg(TimelineText::category(m_category), state));
    QStringList lines;
    for (const TypeCount &type : m_types) {
        if (type.events > 0)
            lines << QStringLiteral("%1  %2").arg(
                displayText(QString::fromUtf8(type.name), kMenuCharacters),
                locale.toString(qlonglong(type.events)));
    }
    constexpr qsizetype kMostLines = 12;
    if (lines.size() > kMostLines)
        lines = lines.first(kMostLines) << QStringLiteral("…");
    lines << tr("Click to show or hide; right-click for single types");
    setToolTip(
        QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(u'\n').toHtmlEscaped()));
    // Without one of its own it would be the tool tip, markup and all.
    setAccessibleDescription(lines.join(u'\n'));
}

QMenu *FilterChip::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("&Only this"), this, [this] { emit onlyAsked(typeNames()); });
    menu->addAction(tr("&All but this"), this, [this] { emit allButAsked(typeNames()); });
    menu->addSeparator();
    for (const TypeCount &type : m_types) {
        const QString name = displayText(QString::fromUtf8(type.name), kMenuCharacters)
                                 .replace(u'&', QStringLiteral("&&"));
        QAction *action = menu->addAction(
            QStringLiteral("%1  (%2)").arg(name, QLocale().toString(qlonglong(type.events))));
        action->setCheckable(true);
        action->setChecked(shownTypes(m_filter, {type.name}) == Shown::All);
        connect(action, &QAction::toggled, this, [this, name = type.name](bool isShown) {
            emit typesToggled({name}, isShown);
        });
    }
    return menu;
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int mark = metrics.height() * 3 / 4;
    return {metrics.horizontalAdvance(text()) + mark + padding(metrics) * 5 / 2,
            metrics.height() + padding(metrics)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    const bool isOff = m_shown == Shown::None;

    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor border = palette().color(QPalette::Text);
    border.setAlphaF(hasFocus() ? 1.0F : (underMouse() ? 0.5F : 0.25F));
    QPen pen(hasFocus() ? palette().color(QPalette::Highlight) : border, hasFocus() ? 2 : 1);
    if (m_shown != Shown::All)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(isOff ? Qt::NoBrush : palette().brush(QPalette::Base));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const int size = metrics.height() * 3 / 4;
    const QRectF mark(padding(metrics), (height() - size) / 2.0, size, size);
    painter.setOpacity(isOff ? 0.4 : 1.0);
    paintCategoryMark(painter, mark, m_category, palette());
    painter.setOpacity(1.0);

    QFont font = this->font();
    font.setStrikeOut(isOff);
    painter.setFont(font);
    painter.setPen(palette().color(isOff ? QPalette::PlaceholderText : QPalette::Text));
    const QRect textRect = rect().adjusted(int(mark.right()) + padding(metrics) / 2, 0, 0, 0);
    painter.drawText(textRect, int(Qt::AlignLeft | Qt::AlignVCenter), text());
}

void FilterChip::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(makeMenu());
    menu->exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().bottomLeft())
                                                              : event->globalPos());
}

void FilterChip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FilterChip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Gapline
