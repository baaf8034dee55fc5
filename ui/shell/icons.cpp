// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Gapline {
namespace {

class TintedIcon final : public QIconEngine
{
public:
    explicit TintedIcon(QString name)
        : m_name(std::move(name))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/gapline/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        // QtSvg would paint currentColor black.
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colour(mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("gapline-icon/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour(mode).name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIcon(m_name); }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const bool isDisabled = mode == QIcon::Disabled;
        return QGuiApplication::palette().color(isDisabled ? QPalette::Disabled : QPalette::Active,
                                                QPalette::ButtonText);
    }

    QString m_name;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QIcon(new TintedIcon(name));
}

} // namespace Gapline
