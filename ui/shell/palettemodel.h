// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandpalette.h"

#include <QAbstractListModel>

#include <vector>

namespace Gapline {

/// The entries of a command palette that match its query, best first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// More than these nobody reads.
    static constexpr int kMostShown = 200;

    enum Role
    {
        DetailRole = Qt::UserRole,
        ShortcutRole,
        UsableRole, ///< Whether it can be run now.
    };

    explicit PaletteModel(const QList<PaletteEntry> &entries, QObject *parent = nullptr);

    void setQuery(const QString &query);
    [[nodiscard]] const PaletteEntry *entryAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
    std::vector<int> m_shown;
};

} // namespace Gapline
