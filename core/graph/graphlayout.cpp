// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graphlayout.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Gapline {
namespace {

constexpr int kOrderSweeps = 8;
constexpr int kPlaceSweeps = 12;
/// Points that long edges pass through; beyond, they are drawn straight.
constexpr int kMostDummies = 8000;
constexpr double kDummyWidth = 10;

/// A node of the definition, or a point where an edge passes a layer.
struct Vertex
{
    int layer = 0;
    int group = -1; ///< Of nodes.
    double width = kDummyWidth;
    double x = 0; ///< Centre.
    std::vector<int> above;
    std::vector<int> below;
};

class Layering
{
public:
    Layering(const DefinitionGraph &graph, const GraphMetrics &metrics)
        : m_graph(graph)
        , m_metrics(metrics)
        , m_vertices(graph.nodes.size())
        , m_chains(graph.edges.size())
    {
        for (size_t node = 0; node < graph.nodes.size(); ++node) {
            m_vertices[node].width = metrics.widths[node];
            m_vertices[node].group = graph.nodes[node].group.value_or(-1);
        }
    }

    GraphLayout run()
    {
        findDownward();
        rank();
        connect();
        order();
        place();
        return draw();
    }

private:
    /// Turns edges round that would close a circle, by depth first search with a stack of its own.
    void findDownward()
    {
        enum class Mark : quint8
        {
            New,
            Open,
            Done
        };
        std::vector<Mark> marks(m_graph.nodes.size(), Mark::New);
        std::vector<std::vector<size_t>> out(m_graph.nodes.size());
        for (size_t edge = 0; edge < m_graph.edges.size(); ++edge) {
            if (!m_graph.edges[edge].isLoop && m_graph.edges[edge].from != m_graph.edges[edge].to)
                out[size_t(m_graph.edges[edge].from)].push_back(edge);
        }
        std::vector<std::pair<size_t, size_t>> stack;
        for (size_t root = 0; root < marks.size(); ++root) {
            if (marks[root] != Mark::New)
                continue;
            marks[root] = Mark::Open;
            stack.emplace_back(root, 0);
            while (!stack.empty()) {
                auto &[node, next] = stack.back();
                if (next == out[node].size()) {
                    marks[node] = Mark::Done;
                    stack.pop_back();
                    continue;
                }
                const size_t edge = out[node][next++];
                const auto to = size_t(m_graph.edges[edge].to);
                if (marks[to] == Mark::Open)
                    continue; // Drawn as a way back.
                m_down.push_back(edge);
                if (marks[to] == Mark::New) {
                    marks[to] = Mark::Open;
                    stack.emplace_back(to, 0);
                }
            }
        }
        std::ranges::sort(m_down);
    }

    /// Each node as high as what leads to it allows.
    void rank()
    {
        std::vector<int> waiting(m_graph.nodes.size(), 0);
        std::vector<std::vector<int>> below(m_graph.nodes.size());
        for (const size_t edge : m_down) {
            below[size_t(m_graph.edges[edge].from)].push_back(m_graph.edges[edge].to);
            ++waiting[size_t(m_graph.edges[edge].to)];
        }
        std::vector<int> ready;
        for (size_t node = 0; node < waiting.size(); ++node) {
            if (waiting[node] == 0)
                ready.push_back(int(node));
        }
        for (size_t i = 0; i < ready.size(); ++i) {
            const int node = ready[i];
            for (const int to : below[size_t(node)]) {
                int &layer = m_vertices[size_t(to)].layer;
                layer = std::max(layer, m_vertices[size_t(node)].layer + 1);
                if (--waiting[size_t(to)] == 0)
                    ready.push_back(to);
            }
        }
    }

    void connect()
    {
        int dummies = 0;
        for (const size_t edge : m_down) {
            const int from = m_graph.edges[edge].from;
            const int to = m_graph.edges[edge].to;
            int last = from;
            const int end = m_vertices[size_t(to)].layer;
            for (int layer = m_vertices[size_t(from)].layer + 1;
                 layer < end && dummies < kMostDummies;
                 ++layer, ++dummies) {
                Vertex dummy;
                dummy.layer = layer;
                const int index = int(m_vertices.size());
                m_vertices.push_back(dummy);
                link(last, index);
                m_chains[edge].push_back(index);
                last = index;
            }
            link(last, to);
        }
        int deepest = 0;
        for (const Vertex &vertex : m_vertices)
            deepest = std::max(deepest, vertex.layer);
        m_layers.resize(size_t(deepest) + 1);
        for (size_t i = 0; i < m_vertices.size(); ++i)
            m_layers[size_t(m_vertices[i].layer)].push_back(int(i));
    }

    void link(int above, int below)
    {
        m_vertices[size_t(above)].below.push_back(below);
        m_vertices[size_t(below)].above.push_back(above);
    }

    void order()
    {
        std::vector<double> places(m_vertices.size());
        const auto note = [&](const std::vector<int> &layer) {
            for (size_t i = 0; i < layer.size(); ++i)
                places[size_t(layer[i])] = double(i) - double(layer.size() - 1) / 2;
        };
        for (const std::vector<int> &layer : m_layers)
            note(layer);
        for (int sweep = 0; sweep < kOrderSweeps; ++sweep) {
            const bool isDown = sweep % 2 == 0;
            for (size_t i = 0; i < m_layers.size(); ++i) {
                std::vector<int> &layer = m_layers[isDown ? i : m_layers.size() - 1 - i];
                sortByNeighbours(layer, places, isDown);
                note(layer);
            }
        }
    }

    /// By the mean place of what they hang on; the members of a group stay side by side.
    void
    sortByNeighbours(std::vector<int> &layer, const std::vector<double> &places, bool isDown) const
    {
        std::vector<std::pair<double, int>> own;
        std::map<int, std::pair<double, int>> groups;
        for (const int index : layer) {
            const Vertex &vertex = m_vertices[size_t(index)];
            const std::vector<int> &near = isDown ? vertex.above : vertex.below;
            double sum = 0;
            for (const int other : near)
                sum += places[size_t(other)];
            const double mean = near.empty() ? places[size_t(index)] : sum / double(near.size());
            own.emplace_back(mean, index);
            if (vertex.group >= 0) {
                auto &[total, count] = groups[vertex.group];
                total += mean;
                ++count;
            }
        }
        const auto keyOf = [&](const std::pair<double, int> &item) {
            const int group = m_vertices[size_t(item.second)].group;
            const double common =
                group >= 0 ? groups.at(group).first / groups.at(group).second : item.first;
            // A vertex of its own comes before a group at the same place.
            return std::tuple(common, group, item.first);
        };
        std::ranges::stable_sort(own, {}, keyOf);
        for (size_t i = 0; i < layer.size(); ++i)
            layer[i] = own[i].second;
    }

    [[nodiscard]] double apart(int left, int right) const
    {
        const Vertex &a = m_vertices[size_t(left)];
        const Vertex &b = m_vertices[size_t(right)];
        const double boxes = a.group == b.group
            ? 0
            : (a.group >= 0 ? m_metrics.padding : 0) + (b.group >= 0 ? m_metrics.padding : 0);
        return (a.width + b.width) / 2 + m_metrics.between + boxes;
    }

    void place()
    {
        for (const std::vector<int> &layer : m_layers) {
            double x = 0;
            for (size_t i = 0; i < layer.size(); ++i) {
                if (i > 0)
                    x += apart(layer[i - 1], layer[i]);
                m_vertices[size_t(layer[i])].x = x;
            }
            for (const int index : layer)
                m_vertices[size_t(index)].x -= x / 2;
        }
        for (int sweep = 0; sweep < kPlaceSweeps; ++sweep) {
            const bool isDown = sweep % 2 == 0;
            for (size_t i = 0; i < m_layers.size(); ++i)
                pull(m_layers[isDown ? i : m_layers.size() - 1 - i], isDown);
        }
    }

    /// Towards the middle of what they hang on, as far as neighbours allow.
    void pull(const std::vector<int> &layer, bool isDown)
    {
        std::vector<double> wanted;
        for (const int index : layer) {
            const Vertex &vertex = m_vertices[size_t(index)];
            const std::vector<int> &near = isDown ? vertex.above : vertex.below;
            double sum = 0;
            for (const int other : near)
                sum += m_vertices[size_t(other)].x;
            wanted.push_back(near.empty() ? vertex.x : sum / double(near.size()));
        }
        // From the left nobody stands too far left, from the right nobody too far right; between both lies a
        // placement that keeps all distances.
        std::vector<double> fromLeft = wanted;
        std::vector<double> fromRight = wanted;
        for (size_t i = 1; i < layer.size(); ++i)
            fromLeft[i] = std::max(wanted[i], fromLeft[i - 1] + apart(layer[i - 1], layer[i]));
        for (size_t i = layer.size(); i-- > 1;)
            fromRight[i - 1] =
                std::min(wanted[i - 1], fromRight[i] - apart(layer[i - 1], layer[i]));
        for (size_t i = 0; i < layer.size(); ++i)
            m_vertices[size_t(layer[i])].x = (fromLeft[i] + fromRight[i]) / 2;
    }

    [[nodiscard]] double topOf(int layer) const
    {
        return m_metrics.padding * 2 + layer * (m_metrics.height + m_metrics.layers);
    }

    GraphLayout draw()
    {
        GraphLayout layout;
        double left = 0;
        double right = 0;
        for (size_t i = 0; i < m_vertices.size(); ++i) {
            const Vertex &vertex = m_vertices[i];
            const double half = vertex.width / 2 + (vertex.group >= 0 ? m_metrics.padding : 0);
            left = i == 0 ? vertex.x - half : std::min(left, vertex.x - half);
            right = i == 0 ? vertex.x + half : std::max(right, vertex.x + half);
        }
        const double shift = m_metrics.padding - left;
        for (Vertex &vertex : m_vertices)
            vertex.x += shift;
        right += shift;
        for (size_t node = 0; node < m_graph.nodes.size(); ++node) {
            const Vertex &vertex = m_vertices[node];
            layout.layers.push_back(vertex.layer);
            layout.nodes.emplace_back(
                vertex.x - vertex.width / 2, topOf(vertex.layer), vertex.width, m_metrics.height);
        }
        for (const GraphGroup &group : m_graph.groups) {
            QRectF box;
            for (const int node : group.nodes)
                box |= layout.nodes[size_t(node)];
            const double padding = m_metrics.padding;
            layout.groups.push_back(box.adjusted(-padding, -padding, padding, padding));
        }
        right = drawEdges(layout, right);
        const double bottom = topOf(int(m_layers.size()) - 1) + m_metrics.height;
        layout.size = {right + m_metrics.padding, bottom + m_metrics.padding * 2};
        return layout;
    }

    /// The right edge of all that was drawn.
    double drawEdges(GraphLayout &layout, double right) const
    {
        layout.edges.resize(m_graph.edges.size());
        double lane = right;
        for (size_t i = 0; i < m_graph.edges.size(); ++i) {
            const GraphEdge &edge = m_graph.edges[i];
            const QRectF &from = layout.nodes[size_t(edge.from)];
            const QRectF &to = layout.nodes[size_t(edge.to)];
            std::vector<QPointF> &points = layout.edges[i];
            if (!std::ranges::binary_search(m_down, i)) {
                lane += m_metrics.between * 2;
                points = wayBack(boxOf(layout, edge.from), boxOf(layout, edge.to), lane);
                continue;
            }
            points.emplace_back(from.center().x(), from.bottom());
            for (const int dummy : m_chains[i]) {
                const Vertex &vertex = m_vertices[size_t(dummy)];
                points.emplace_back(vertex.x, topOf(vertex.layer));
                points.emplace_back(vertex.x, topOf(vertex.layer) + m_metrics.height);
            }
            points.emplace_back(to.center().x(), to.top());
        }
        return lane > right ? lane + m_metrics.padding * 2 : right; // With room for a word on it.
    }

    /// A node, or the group that it goes back with as one.
    [[nodiscard]] const QRectF &boxOf(const GraphLayout &layout, int node) const
    {
        const std::optional<int> group = m_graph.nodes[size_t(node)].group;
        return group ? layout.groups[size_t(*group)] : layout.nodes[size_t(node)];
    }

    /// Below what it leaves, up at the right of everything, and in from above: over no node.
    [[nodiscard]] std::vector<QPointF>
    wayBack(const QRectF &from, const QRectF &to, double lane) const
    {
        const double clear = m_metrics.padding / 2;
        const double start = from.right() - from.width() / 6;
        const double end = to.right() - to.width() / 6;
        return {{start, from.bottom()},
                {start, from.bottom() + clear},
                {lane, from.bottom() + clear},
                {lane, to.top() - clear},
                {end, to.top() - clear},
                {end, to.top()}};
    }

    const DefinitionGraph &m_graph;
    const GraphMetrics &m_metrics;
    std::vector<Vertex> m_vertices; ///< The nodes first.
    std::vector<std::vector<int>> m_chains; ///< By edge: what it passes through.
    std::vector<size_t> m_down; ///< Edges that lead from a layer to one below it, ascending.
    std::vector<std::vector<int>> m_layers;
};

} // namespace

GraphLayout layOutGraph(const DefinitionGraph &graph, const GraphMetrics &metrics)
{
    return graph.isEmpty() ? GraphLayout() : Layering(graph, metrics).run();
}

} // namespace Gapline
