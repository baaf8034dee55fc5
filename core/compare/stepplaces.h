// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace Gapline {

/// The places of the graph at which steps stand, each by its path: the nodes from the root down, without the turns of a
/// loop, so that a node which follows itself stands once. Different step ids may have one place.
class StepPlaces
{
public:
    /// `execution` names the nodes where executions/get has answered; else the form of a step id does.
    explicit StepPlaces(const std::optional<Execution> &execution);

    /// An index into paths(), new or not.
    [[nodiscard]] size_t placeOf(QByteArrayView stepId);
    [[nodiscard]] const std::vector<QStringList> &paths() const { return m_paths; }

private:
    [[nodiscard]] QString nodeOf(QByteArrayView stepId) const;

    QHash<QByteArray, QString> m_nodes; ///< By step id.
    std::vector<QStringList> m_paths;
    QHash<QStringList, size_t> m_indexes; ///< Into m_paths.
};

} // namespace Gapline
