// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

class QPainter;
class QRect;

namespace Gapline {

/// Draws the texts of table cells. Laying a text out takes several times as long as drawing it, and a table that grows
/// is drawn many times a second with much the same texts: the last ones stay laid out. Thread: UI.
class CellText
{
public:
    CellText();

    /// At the left of `rect` (the right, where that is where lines begin) and in its middle, with the painter's font
    /// and pen; elided to its width.
    void draw(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode mode);
    /// How wide the whole text is with the painter's font, in logical pixels.
    [[nodiscard]] qreal widthOf(const QPainter &painter, const QString &text);

private:
    /// What a laid-out text depends on.
    struct Key
    {
        QString text;
        QFont font;
        int width = 0;
        Qt::TextElideMode mode = Qt::ElideNone;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, key.width, int(key.mode));
        }
    };

    const QStaticText &laidOut(const QPainter &painter, const Key &key);

    QCache<Key, QStaticText> m_texts;
};

} // namespace Gapline
