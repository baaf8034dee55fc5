// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/stepplaces.h"

#include "core/domain/steplineage.h"

namespace Gapline {

StepPlaces::StepPlaces(const std::optional<Execution> &execution)
{
    if (!execution)
        return;
    for (const StepView &step : execution->steps) {
        if (!step.nodeId.isEmpty())
            m_nodes.insert(step.stepId.text().toUtf8(), step.nodeId.text());
    }
}

QString StepPlaces::nodeOf(QByteArrayView stepId) const
{
    const auto named = m_nodes.constFind(QByteArray::fromRawData(stepId.data(), stepId.size()));
    return named != m_nodes.cend() ? *named : QString::fromUtf8(nodeOfStep(stepId));
}

size_t StepPlaces::placeOf(QByteArrayView stepId)
{
    QStringList lineage;
    for (std::optional<QByteArrayView> id = stepId; id; id = parentOfStep(*id))
        lineage.prepend(nodeOf(*id));
    QStringList path;
    QHash<QString, qsizetype> places;
    for (const QString &node : lineage) {
        const auto known = places.constFind(node);
        if (known == places.cend()) {
            places.insert(node, path.size());
            path << node;
            continue;
        }
        // A loop that nests its ids comes back to where it was.
        while (path.size() > *known + 1)
            places.remove(path.takeLast());
    }
    const auto found = m_indexes.constFind(path);
    if (found != m_indexes.cend())
        return *found;
    m_indexes.insert(path, m_paths.size());
    m_paths.push_back(path);
    return m_paths.size() - 1;
}

} // namespace Gapline
