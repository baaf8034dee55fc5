// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Gapline {

/// A filter and the table's columns under a name.
struct SavedView
{
    QString name;
    QString filter; ///< In the text form of filterparser.h.
    bool showsGapRows = true;
    QStringList columns; ///< Those that are shown, in their order, by name; empty: as they are.

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

} // namespace Gapline
