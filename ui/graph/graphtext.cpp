// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphtext.h"

#include "core/domain/displaytext.h"

#include <QLocale>

namespace Gapline {
namespace {

constexpr qsizetype kNodeCharacters = 80;
constexpr qsizetype kMostNamed = 5;

} // namespace

std::optional<EventCategory> categoryOfNode(const NodeRun &node)
{
    if (node.visits == 0)
        return std::nullopt;
    switch (node.outcome) {
    case VisitOutcome::Open:
        return node.isBreached ? EventCategory::Breached : EventCategory::Awaiting;
    case VisitOutcome::Completed:
        return EventCategory::Completed;
    case VisitOutcome::Failed:
        return EventCategory::Failed;
    case VisitOutcome::Cancelled:
        return EventCategory::Cancelled;
    case VisitOutcome::Told:
        break;
    }
    return EventCategory::Unknown;
}

QString GraphText::outcome(const NodeRun &node, ProofLack lack)
{
    if (node.visits == 0) {
        if (!node.told.isEmpty())
            return tr("%1, without an event").arg(displayText(node.told, kNodeCharacters));
        return lack == ProofLack::Nothing ? tr("not visited") : tr("not seen");
    }
    switch (node.outcome) {
    case VisitOutcome::Completed:
        return tr("completed");
    case VisitOutcome::Failed:
        return tr("failed");
    case VisitOutcome::Cancelled:
        return tr("cancelled");
    case VisitOutcome::Open:
    case VisitOutcome::Told:
        break;
    }
    return tr("not ended");
}

QString GraphText::state(const GraphScene &scene, int node)
{
    const NodeRun &run = scene.path.nodes[size_t(node)];
    QStringList parts{outcome(run, scene.path.lack)};
    if (run.visits > 1)
        parts << tr("%1 turns").arg(QLocale().toString(run.visits));
    if (run.isBreached)
        parts << tr("SLA breached");
    return parts.join(QStringLiteral(" · "));
}

QString GraphText::spoken(const GraphScene &scene, int node)
{
    const GraphNode &subject = scene.graph.nodes[size_t(node)];
    QStringList parts{displayText(subject.id, kNodeCharacters)};
    if (!subject.type.isEmpty())
        parts << displayText(subject.type, kNodeCharacters);
    parts << state(scene, node).split(QStringLiteral(" · "));
    if (subject.group)
        parts << tr("in the group %1")
                     .arg(displayText(scene.graph.groups[size_t(*subject.group)].id,
                                      kNodeCharacters));
    QStringList next;
    for (size_t edge = 0; edge < scene.graph.edges.size(); ++edge) {
        if (scene.graph.edges[edge].from != node)
            continue;
        const QString to =
            displayText(scene.graph.nodes[size_t(scene.graph.edges[edge].to)].id, kNodeCharacters);
        next << (scene.path.taken[edge] ? tr("%1, the way this run took").arg(to) : to);
    }
    if (!next.isEmpty())
        parts << tr("leads to %1").arg(next.join(QStringLiteral("; ")));
    return parts.join(QStringLiteral(", "));
}

QStringList GraphText::sentences(const GraphScene &scene,
                                 const Definition &definition,
                                 const std::optional<Execution> &execution,
                                 const StreamState &run)
{
    QStringList sentences;
    const std::optional<qint64> ran = execution ? execution->definitionVersion : std::nullopt;
    if (ran && definition.version && *ran != *definition.version)
        sentences
            << tr("This is version %1 of the definition; the run was of version %2, which the "
                  "API no longer shows. Nodes and edges may differ.")
                   .arg(*definition.version)
                   .arg(*ran);
    else if (!ran || !definition.version)
        sentences << tr("Whether this is the version that ran is not known.");
    const QStringList &elsewhere = scene.path.elsewhere;
    if (!elsewhere.isEmpty()) {
        QStringList shown;
        for (const QString &node : elsewhere.mid(0, kMostNamed))
            shown << displayText(node, kNodeCharacters);
        sentences << tr("The run has %n node(s) that are not in this graph: %1",
                        nullptr,
                        int(elsewhere.size()))
                         .arg(shown.join(QStringLiteral(", ")))
                + (elsewhere.size() > kMostNamed ? QStringLiteral(", …") : QString());
    }
    // Read to its end, and the end is where it begins.
    const bool isEmpty = run.isComplete && run.coverage.isEmpty();
    if (isEmpty)
        sentences << tr("The API has no event of this execution to show.");
    switch (scene.path.lack) {
    case ProofLack::Nothing:
        break;
    case ProofLack::NotFetched:
        if (!isEmpty)
            sentences << tr("No event of the run is fetched yet.");
        break;
    case ProofLack::UnknownSeqs:
        sentences << tr(
            "Not all seqs of the run are scanned: nodes that are not seen may have run.");
        break;
    case ProofLack::StillRunning:
        sentences << tr("The run is not over: nodes that are not seen may still come.");
        break;
    case ProofLack::NoSteps:
        sentences << tr("executions/get has not told of the steps since the run ended: nodes that "
                        "are not seen may have run without a visible event.");
        break;
    }
    if (scene.graph.isCut)
        sentences << tr("The graph is larger than what is drawn: %1 nodes are shown.")
                         .arg(QLocale().toString(qlonglong(scene.graph.nodes.size())));
    return sentences;
}

} // namespace Gapline
