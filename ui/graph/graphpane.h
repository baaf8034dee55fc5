// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "ui/graph/graphscene.h"
#include "ui/workspace/streamview.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QScrollArea;

namespace Gapline {

class GraphCanvas;
class WrappedText;

/// The graph of the definition of one open execution with the run's path, and what it covers in words. A node that is
/// chosen selects the first event of its last visit. Read and laid out on the pool, and only while it is shown. Lives on
/// the UI thread.
class GraphPane : public QWidget
{
    Q_OBJECT

public:
    enum class Room
    {
        Section, ///< Of the detail: as high as the graph, up to a limit.
        Window, ///< Takes what it is given.
    };

    explicit GraphPane(Room room, QWidget *parent = nullptr);

    /// Null shows nothing. The view may be deleted before the pane.
    void setView(StreamView *view);
    [[nodiscard]] GraphCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] WrappedText *words() const { return m_words; }

public slots:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

signals:
    void noticed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What a scene is made of.
    struct Shown
    {
        QByteArray definition;
        QByteArray execution;
        StreamRevision revision;
        qsizetype events = 0;
        SeqSet coverage;
        bool isComplete = false; ///< Also of a stream without a seq.

        friend bool operator==(const Shown &, const Shown &) = default;
    };
    void follow();
    void build();
    void showScene(const GraphScenePtr &scene);
    void showSelection();
    void select(int node);
    void fit();
    void say(const QStringList &sentences);

    Room m_room;
    QPointer<StreamView> m_view;
    GraphCanvas *m_canvas;
    QScrollArea *m_scroll;
    WrappedText *m_words;
    QTimer m_timer; ///< A stream that grows is looked at again now and then.
    Generation m_builds;
    Shown m_shown; ///< Or being built.
    bool m_isStale = true;
    bool m_hasOwnZoom = false; ///< The user's.
};

} // namespace Gapline
