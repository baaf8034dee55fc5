// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpane.h"

#include "core/base/whenfinished.h"
#include "core/domain/steplineage.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphtext.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/workspace/streamjumps.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kPause{250};
constexpr double kZoomStep = 1.2;
constexpr int kMostSectionHeight = 420;
constexpr int kLeastLetters = 14;
constexpr int kMostLetters = 19; ///< In the detail: as many nodes side by side as can be read.
constexpr int kMostLettersInWindow = 40;
constexpr double kMostFit = 1.5; ///< In a window: further away than a page.

GraphScenePtr buildScene(const Definition &definition,
                         const KnownExecution &known,
                         double letter,
                         double line,
                         int mostLetters)
{
    GraphScene scene;
    scene.graph = graphOf(definition);
    scene.path = pathOfRun(scene.graph, known);
    GraphMetrics metrics;
    metrics.height = 2 * line + 10;
    metrics.layers = 2.2 * line;
    metrics.between = 1.5 * letter + 8;
    metrics.padding = line * 0.6;
    for (size_t node = 0; node < scene.graph.nodes.size(); ++node) {
        const GraphNode &subject = scene.graph.nodes[node];
        const qsizetype state = GraphText::state(scene, int(node)).size() + subject.type.size() + 3;
        const auto letters = int(std::max(subject.id.size(), state));
        metrics.widths.push_back(
            34 + letter * double(std::clamp(letters, kLeastLetters, mostLetters)));
    }
    scene.layout = layOutGraph(scene.graph, metrics);
    return std::make_shared<const GraphScene>(std::move(scene));
}

} // namespace

GraphPane::GraphPane(Room room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
    , m_canvas(new GraphCanvas)
    , m_scroll(new QScrollArea(this))
    , m_words(new WrappedText(this))
{
    m_scroll->setWidget(m_canvas);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_words->setColorRole(QPalette::PlaceholderText);
    m_words->setAccessibleName(tr("What the graph covers"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_scroll, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, &GraphPane::build);
    connect(m_canvas, &GraphCanvas::nodeChosen, this, &GraphPane::select);
    connect(m_canvas, &GraphCanvas::nodeFocused, this, [this](const QRect &rect) {
        m_scroll->ensureVisible(
            rect.center().x(), rect.center().y(), rect.width() / 2 + 12, rect.height() + 12);
    });
    connect(m_canvas, &GraphCanvas::zoomed, this, [this] {
        m_hasOwnZoom = true;
        fit();
    });
}

void GraphPane::setView(StreamView *view)
{
    if (view == m_view)
        return;
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    m_builds.invalidate();
    m_shown = {};
    m_hasOwnZoom = false;
    showScene(nullptr);
    say({});
    if (!view)
        return;
    connect(view, &StreamView::streamChanged, this, &GraphPane::follow);
    connect(view, &StreamView::executionChanged, this, &GraphPane::follow);
    connect(view, &StreamView::selectionChanged, this, &GraphPane::showSelection);
    follow();
}

void GraphPane::follow()
{
    m_isStale = true;
    // Not at once: what one looks at first comes first.
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void GraphPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        follow();
}

void GraphPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void GraphPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_shown = {};
        follow();
    }
}

void GraphPane::build()
{
    m_isStale = false;
    m_timer.stop();
    if (!m_view)
        return;
    const std::optional<Definition> definition = m_view->definition();
    if (!definition) {
        showScene(nullptr);
        const std::optional<Execution> &execution = m_view->execution();
        say({!execution || execution->definitionId.isEmpty()
                 ? tr("Which definition it ran is not known until executions/get has answered.")
                 : tr("Its definition has not been fetched: refresh while connected to see the "
                      "graph.")});
        return;
    }
    const Shown wanted{definition->raw,
                       m_view->execution() ? m_view->execution()->raw : QByteArray(),
                       m_view->stream()->revision(),
                       m_view->stream()->count(),
                       m_view->stream()->state().coverage,
                       m_view->stream()->state().isComplete};
    // A quiet poll of a live run moves only the time of the last fetch.
    if (m_canvas->scene() && wanted.revision.source != 0 && wanted == m_shown)
        return;
    m_shown = wanted;
    const Generation::Ticket ticket = m_builds.begin();
    const QFontMetricsF metrics(font());
    const auto work = [definition = *definition,
                       known = KnownExecution{m_view->stream(), m_view->execution()},
                       letter = metrics.averageCharWidth(),
                       line = metrics.height(),
                       most = m_room == Room::Window ? kMostLettersInWindow : kMostLetters] {
        return buildScene(definition, known, letter, line, most);
    };
    whenFinished(QtConcurrent::run(work)).then(this, [this, ticket](const GraphScenePtr &scene) {
        if (m_builds.isCurrent(ticket) && m_view)
            showScene(scene);
    });
}

void GraphPane::showScene(const GraphScenePtr &scene)
{
    const bool isEmpty = !scene || scene->graph.isEmpty();
    m_canvas->setScene(isEmpty ? nullptr : scene);
    m_scroll->setVisible(!isEmpty || m_room == Room::Window);
    if (scene && isEmpty)
        say({tr("The definition as the API sent it names no nodes.")});
    else if (scene && m_view && m_view->definition())
        say(GraphText::sentences(
            *scene, *m_view->definition(), m_view->execution(), m_view->stream()->state()));
    fit();
    showSelection();
}

void GraphPane::say(const QStringList &sentences)
{
    m_words->setText(sentences.join(QChar(QChar::LineSeparator)));
    m_words->setVisible(!sentences.isEmpty());
}

void GraphPane::fit()
{
    const GraphScenePtr &scene = m_canvas->scene();
    if (!scene)
        return;
    if (!m_hasOwnZoom) {
        const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
        if (m_room == Room::Section)
            m_canvas->fitTo({double(width() - bar), double(QWIDGETSIZE_MAX)}, 1);
        else
            m_canvas->fitTo(m_scroll->maximumViewportSize(), kMostFit);
        m_hasOwnZoom = false; // It was not the user.
    }
    if (m_room == Room::Section) {
        const int bar =
            m_canvas->width() > width() ? m_scroll->horizontalScrollBar()->sizeHint().height() : 0;
        m_scroll->setFixedHeight(std::min(m_canvas->height() + bar + 2, kMostSectionHeight));
    }
}

void GraphPane::zoomIn()
{
    m_canvas->setZoom(m_canvas->zoom() * kZoomStep);
}

void GraphPane::zoomOut()
{
    m_canvas->setZoom(m_canvas->zoom() / kZoomStep);
}

void GraphPane::zoomToFit()
{
    m_hasOwnZoom = false;
    fit();
}

void GraphPane::showSelection()
{
    const GraphScenePtr &scene = m_canvas->scene();
    if (!scene || !m_view)
        return;
    const std::optional<qsizetype> event = m_view->selectedEvent();
    const std::optional<QByteArray> step =
        event ? m_view->stream()->stepIdAt(*event) : std::nullopt;
    QString node = step ? QString::fromUtf8(nodeOfStep(*step)) : QString();
    if (step && m_view->execution()) {
        const QList<StepView> &steps = m_view->execution()->steps;
        const QString id = QString::fromUtf8(*step);
        const auto named = std::ranges::find_if(
            steps, [&id](const StepView &view) { return view.stepId.text() == id; });
        if (named != steps.end() && !named->nodeId.isEmpty())
            node = named->nodeId.text();
    }
    m_canvas->setSelectedNode(node.isEmpty() ? -1 : scene->graph.indexOf(node).value_or(-1));
}

void GraphPane::select(int node)
{
    if (!m_view || !m_canvas->scene())
        return;
    const NodeRun &run = m_canvas->scene()->path.nodes[size_t(node)];
    if (run.lastVisit)
        selectAndReveal(*m_view, {run.lastVisit->first, run.lastVisit->first});
    else
        emit noticed(tr("No event of this node is known"));
}

} // namespace Gapline
