// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/definitionnodes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gapline {
namespace {

QList<QByteArray> textsOf(const QJsonValue &list)
{
    QList<QByteArray> texts;
    for (const QJsonValue &item : list.toArray()) {
        if (const QByteArray text = item.toString().toUtf8(); !text.isEmpty())
            texts << text;
    }
    return texts;
}

QList<NodeSet> setsOf(const QJsonValue &list, const QString &id, const QString &members)
{
    QList<NodeSet> sets;
    for (const QJsonValue &item : list.toArray()) {
        const NodeSet set{item[id].toString().toUtf8(), textsOf(item[members])};
        if (!set.nodes.isEmpty())
            sets << set;
    }
    return sets;
}

} // namespace

DefinitionNodes nodesOf(const Definition &definition)
{
    // Ids and their order alone are read here: nothing of this is evidence.
    const QJsonObject root = QJsonDocument::fromJson(definition.raw).object();
    DefinitionNodes nodes;
    for (const QJsonValue &node : root[QStringLiteral("nodes")].toArray()) {
        const QByteArray id = node[QStringLiteral("nodeId")].toString().toUtf8();
        if (!id.isEmpty())
            nodes.order << id;
    }
    nodes.groups = setsOf(
        root[QStringLiteral("groups")], QStringLiteral("groupId"), QStringLiteral("memberNodeIds"));
    nodes.loops = setsOf(root[QStringLiteral("compiled")][QStringLiteral("loops")],
                         QStringLiteral("loopId"),
                         QStringLiteral("bodyNodeIds"));
    return nodes;
}

} // namespace Gapline
