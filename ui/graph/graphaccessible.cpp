// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphaccessible.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphtext.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace Gapline {
namespace {

class GraphItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    GraphItem(GraphCanvas *canvas, GraphScenePtr scene, int node)
        : m_canvas(canvas)
        , m_scene(std::move(scene))
        , m_node(node)
    { }

    [[nodiscard]] int node() const { return m_node; }
    [[nodiscard]] bool isValid() const override { return m_canvas && m_canvas->scene() == m_scene; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        return text == QAccessible::Name && isValid() ? GraphText::spoken(*m_scene, m_node)
                                                      : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_canvas->rectOf(m_node);
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_canvas->selectedNode() == m_node;
        state.focused = isValid() && m_canvas->hasFocus() && m_canvas->focusedNode() == m_node;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (isValid() && action == pressAction())
            m_canvas->choose(m_node);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<GraphCanvas> m_canvas;
    GraphScenePtr m_scene;
    int m_node;
};

class GraphAccessible : public QAccessibleWidget
{
public:
    explicit GraphAccessible(GraphCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
    { }
    ~GraphAccessible() override { forgetItems(); }

    [[nodiscard]] int childCount() const override
    {
        return canvas()->scene() ? int(canvas()->scene()->graph.nodes.size()) : 0;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr : itemOf(index);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const int node = canvas()->nodeAt(canvas()->mapFromGlobal(QPoint(x, y)));
        return node < 0 ? nullptr : itemOf(node);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const GraphItem *>(child);
        return item && item->isValid() ? item->node() : -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const int node = canvas()->focusedNode();
        return canvas()->hasFocus() && node >= 0 && node < childCount() ? itemOf(node) : nullptr;
    }

private:
    [[nodiscard]] GraphCanvas *canvas() const { return static_cast<GraphCanvas *>(object()); }

    void forgetItems() const
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }

    [[nodiscard]] QAccessibleInterface *itemOf(int node) const
    {
        if (m_of != canvas()->scene()) {
            forgetItems();
            m_of = canvas()->scene();
        }
        const auto known = m_items.constFind(node);
        if (known != m_items.cend())
            return QAccessible::accessibleInterface(*known);
        auto *item = new GraphItem(canvas(), m_of, node);
        m_items.insert(node, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    mutable GraphScenePtr m_of; ///< That the items were made for.
    mutable QHash<int, QAccessible::Id> m_items;
};

QAccessibleInterface *makeGraphAccessible(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<GraphCanvas *>(object);
    return canvas ? new GraphAccessible(canvas) : nullptr;
}

} // namespace

void installGraphAccessible()
{
    // Qt ignores a factory that it has already.
    QAccessible::installFactory(makeGraphAccessible);
}

} // namespace Gapline
