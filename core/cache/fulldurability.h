// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/database.h"

namespace Gapline {

/// For as long as it lives, what a COMMIT says is stored lies on the disk: for what cannot be fetched again, imported logs
/// and bookmarks (trust.md, "Cache"). Outside of a transaction: SQLite lets nobody change this within one.
class FullDurability
{
public:
    explicit FullDurability(Database &database)
        : m_database(database)
        , m_isSet(database.run(QStringLiteral("PRAGMA synchronous=FULL")).has_value())
    { }
    ~FullDurability()
    {
        if (m_isSet)
            static_cast<void>(m_database.run(QStringLiteral("PRAGMA synchronous=NORMAL")));
    }
    FullDurability(const FullDurability &) = delete;
    FullDurability &operator=(const FullDurability &) = delete;

private:
    Database &m_database;
    bool m_isSet;
};

} // namespace Gapline
