// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include "core/domain/displaytext.h"
#include "ui/shell/fuzzymatch.h"

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kShownCharacters = 120;

} // namespace

PaletteModel::PaletteModel(const QList<PaletteEntry> &entries, QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(entries)
{
    setQuery({});
}

void PaletteModel::setQuery(const QString &query)
{
    struct Match
    {
        int entry;
        int score;
    };
    std::vector<Match> matches;
    for (int i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries.at(i);
        // What stands in the text itself is worth more than where it lies.
        constexpr int kInDetail = 400;
        std::optional<int> score = fuzzyScore(query, entry.text);
        if (!score) {
            score = fuzzyScore(query, entry.text + u' ' + entry.detail);
            if (score)
                *score -= kInDetail;
        }
        constexpr int kUnusable = 200;
        if (score)
            matches.push_back({i, (query.isEmpty() ? 0 : *score) - (entry.run ? 0 : kUnusable)});
    }
    std::ranges::stable_sort(matches, std::ranges::greater(), &Match::score);
    if (matches.size() > kMostShown)
        matches.resize(kMostShown);
    beginResetModel();
    m_shown.clear();
    for (const Match &match : matches)
        m_shown.push_back(match.entry);
    endResetModel();
}

const PaletteEntry *PaletteModel::entryAt(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_entries.at(m_shown[size_t(row)]);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *entry = entryAt(index.row());
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(entry->text, kShownCharacters);
    case DetailRole:
        return displayText(entry->detail, kShownCharacters);
    case ShortcutRole:
        return entry->shortcut;
    case UsableRole:
        return bool(entry->run);
    case Qt::AccessibleTextRole: {
        QStringList parts{displayText(entry->text, kShownCharacters)};
        for (const QString &part :
             {displayText(entry->detail, kShownCharacters), entry->shortcut}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace Gapline
