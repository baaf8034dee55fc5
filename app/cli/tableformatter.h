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
    bool isNumber = false; ///< Numbers stand at the right, and are never shortened.
    bool isId = false; ///< Ids lose their middle where lines do not fit: both ends tell them apart.
};

enum class Shortening
{
    None,
    End,
    Middle,
};

/// Columns of `text` in a terminal: wide East Asian characters take two, combining ones none.
[[nodiscard]] int displayWidth(QStringView text);

/// `text` made safe to show, and filled with spaces to `width`; shortened with "…" when it is wider and may be.
[[nodiscard]] QString
tableCell(const QString &text, int width, bool isNumber, Shortening shortening = Shortening::None);

/// What is left of `widths`, which the columns want, in a terminal: where a line does not fit, the widest of ids and last
/// column are made as narrow as it needs. An id keeps 12 columns, so that a line may still be too long.
[[nodiscard]] QList<int>
fittedWidths(const QList<TableColumn> &columns, const QList<int> &widths, int terminalColumns);

/// A table too long to be held: its rows are measured first, and then made into lines one by one. As formatTable().
class TableLayout
{
public:
    explicit TableLayout(QList<TableColumn> columns, std::optional<int> terminalColumns = {});

    void measure(const QStringList &row);
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; } ///< No row was measured.
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] QByteArray line(const QStringList &row) const;

private:
    QList<TableColumn> m_columns;
    std::optional<int> m_terminalColumns;
    [[nodiscard]] const QList<int> &shownWidths() const;

    QList<int> m_widths; ///< As the cells want.
    mutable QList<int> m_fitted; ///< Of a terminal; empty after a row was measured.
    qint64 m_rows = 0;
};

/// A table as plain text: two spaces between columns, the last column unpadded. With `columns` (a terminal's
/// width) ids and the last column are shortened to fit; else nothing is.
[[nodiscard]] QByteArray formatTable(const QList<TableColumn> &columns,
                                     const QList<QStringList> &rows,
                                     std::optional<int> terminalColumns = {});

} // namespace Gapline
