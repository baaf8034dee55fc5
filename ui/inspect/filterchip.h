// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/filteredit.h"

#include <QAbstractButton>

class QMenu;

namespace Gapline {

/// One category of event types as a rounded button: mark, name, number of events. A click asks to show or hide all
/// of its types; a right click, the menu key or Shift+F10 offers more. Decides nothing itself: the filter bar does.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(EventCategory category, QWidget *parent = nullptr);

    [[nodiscard]] EventCategory category() const { return m_category; }
    /// The types of this category with their numbers of events.
    void setTypes(const std::vector<TypeCount> &types);
    [[nodiscard]] const std::vector<TypeCount> &types() const { return m_types; }
    [[nodiscard]] QByteArrayList typeNames() const;
    void showFilter(const EventFilter &filter);
    [[nodiscard]] Shown shown() const { return m_shown; }

    /// "Only this", "All but this", and each type; the caller owns it.
    [[nodiscard]] QMenu *makeMenu();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void typesToggled(const QByteArrayList &types, bool isShown);
    void onlyAsked(const QByteArrayList &types);
    void allButAsked(const QByteArrayList &types);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();

    EventCategory m_category;
    std::vector<TypeCount> m_types;
    EventFilter m_filter;
    Shown m_shown = Shown::All;
};

} // namespace Gapline
