// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/streamdeliveries.h"

#include <QAbstractButton>
#include <QSet>

class QMenu;

namespace Gapline {

/// "✕ missed only  4": a click shows only what was missed, another one everything; a right click, the menu key or
/// Shift+F10 offers the other verdicts. Decides nothing itself: the filter bar does.
class VerdictChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit VerdictChip(QWidget *parent = nullptr);

    /// Null hides the chip.
    void setDeliveries(const StreamDeliveriesPtr &deliveries);
    void showVerdicts(const QSet<Verdict> &verdicts);
    /// One entry per verdict that occurs, and "every verdict"; the caller owns it.
    [[nodiscard]] QMenu *makeMenu();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void verdictsAsked(const QSet<Gapline::Verdict> &verdicts);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void describe();

    StreamDeliveriesPtr m_deliveries;
    QSet<Verdict> m_verdicts;
};

} // namespace Gapline
