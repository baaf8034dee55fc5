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
    QList<int> m_widths;
    qint64 m_rows = 0;
};

/// A table as plain text: two spaces between columns, the last column unpadded. With `columns` (a terminal's
/// width) the last column is cut to fit; else nothing is.
[[nodiscard]] QByteArray formatTable(const QList<TableColumn> &columns,
                                     const QList<QStringList> &rows,
                                     std::optional<int> terminalColumns = {});

} // namespace Gapline
