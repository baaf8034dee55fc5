// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphscene.h"

#include <QWidget>

namespace Gapline {

/// A definition's graph with a run's path, to be looked at and walked through: arrow keys go from node to node, Enter and
/// a click choose one, + and - zoom. Sits in a scroll area. Lives on the UI thread.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit GraphCanvas(QWidget *parent = nullptr);

    /// Null: nothing is drawn.
    void setScene(const GraphScenePtr &scene);
    [[nodiscard]] const GraphScenePtr &scene() const { return m_scene; }
    /// The node of the event that is selected elsewhere; -1: none.
    void setSelectedNode(int node);
    [[nodiscard]] int selectedNode() const { return m_selected; }
    [[nodiscard]] int focusedNode() const { return m_focused; }
    void setFocusedNode(int node);
    /// What choosing a node does.
    void choose(int node);

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    /// As large as fits into `room`, at `most` so many times its own size and down to half.
    void fitTo(QSizeF room, double most);
    [[nodiscard]] QRect rectOf(int node) const; ///< In pixels of the widget.
    [[nodiscard]] int nodeAt(QPoint position) const; ///< -1: none.
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void nodeChosen(int node);
    /// The keyboard went there: it should be in sight.
    void nodeFocused(const QRect &rect);
    void zoomed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void stepTo(Qt::Key key);

    GraphScenePtr m_scene;
    int m_selected = -1;
    int m_focused = -1;
    double m_zoom = 1;
};

} // namespace Gapline
