// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Gapline {

struct TableColumn
{
    QString title;
    bool isNumber = false; ///< Numbers stand at the right.
};

/// Columns of `text` in a terminal: wide East Asian characters take two, combining ones none.
[[nodiscard]] int displayWidth(QStringView text);

/// `text` made safe to show, and filled with spaces to `width`; cut with "…" when it is wider and `mayCut`.
[[nodiscard]] QString tableCell(const QString &text, int width, bool isNumber, bool mayCut = false);

/// A table as plain text: two spaces between columns, the last column unpadded. With `columns` (a terminal's
/// width) the last column is cut to fit; else nothing is.
[[nodiscard]] QByteArray formatTable(const QList<TableColumn> &columns,
                                     const QList<QStringList> &rows,
                                     std::optional<int> terminalColumns = {});

} // namespace Gapline
