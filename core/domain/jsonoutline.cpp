// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/jsonoutline.h"

#include "core/domain/jsontokens.h"

namespace Gapline {

std::optional<JsonOutline> outlineOf(QByteArrayView json, qsizetype most)
{
    if (!isJsonStructure(json))
        return std::nullopt;
    JsonOutline outline;
    std::vector<JsonItem> &items = outline.items;
    const auto add = [&](JsonItem item) {
        item.depth = item.parent < 0 ? 0 : items[size_t(item.parent)].depth + 1;
        if (qsizetype(items.size()) >= most || item.depth > JsonOutline::kDeepest) {
            outline.isCut = true;
            return;
        }
        const bool isContainer = item.raw.startsWith('{') || item.raw.startsWith('[');
        item.children = isContainer ? 0 : -1;
        items.push_back(std::move(item));
    };
    qsizetype position = 0;
    add({-1, {}, -1, *takeJsonValue(json, position)});
    // Level by level: nothing recurses, and what is cut away is the deepest. Each level reads the text once more.
    for (qsizetype at = 0; at < qsizetype(items.size()); ++at) {
        if (!items[size_t(at)].isContainer())
            continue;
        const QByteArrayView raw = items[size_t(at)].raw;
        qsizetype count = 0;
        if (raw.startsWith('{')) {
            visitJsonMembers(raw, [&](QByteArrayView key, QByteArrayView value) {
                add({at, decodeJsonString(key), -1, value});
                ++count;
            });
        } else {
            visitJsonElements(raw, [&](QByteArrayView value) { add({at, {}, count++, value}); });
        }
        items[size_t(at)].children = count;
    }
    return outline;
}

QString valueText(const JsonItem &item)
{
    if (item.isContainer())
        return (item.isObject() ? QStringLiteral("{%1}") : QStringLiteral("[%1]"))
            .arg(item.children);
    return item.raw.startsWith('"') ? decodeJsonString(item.raw) : QString::fromUtf8(item.raw);
}

} // namespace Gapline
