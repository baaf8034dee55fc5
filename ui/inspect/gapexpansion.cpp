// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/gapexpansion.h"

#include <QAccessible>
#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace Gapline {

GapExpansion::GapExpansion(QTableView &table, const StreamModel &model, Lines lines)
    : QObject(&table)
    , m_table(table)
    , m_model(model)
    , m_lines(std::move(lines))
{ }

bool GapExpansion::toggle(int row)
{
    const Gap *gap = m_model.gapAt(row);
    if (!gap)
        return false;
    if (!m_open.insert(gap->range.first).second)
        m_open.erase(gap->range.first);
    fit(row);
    m_table.scrollTo(m_model.index(row, 0));
    tell(row);
    return true;
}

bool GapExpansion::isOpen(int row) const
{
    const Gap *gap = m_model.gapAt(row);
    return gap && isOpen(*gap);
}

QStringList GapExpansion::linesOf(int row) const
{
    const Gap *gap = m_model.gapAt(row);
    return gap ? linesOf(*gap) : QStringList();
}

QStringList GapExpansion::linesOf(const Gap &gap) const
{
    return isOpen(gap) ? m_lines(gap) : QStringList();
}

void GapExpansion::apply()
{
    // The header keeps heights by position: they would now belong to whatever has moved there.
    for (const int row : std::exchange(m_tall, {})) {
        if (row < m_model.rowCount())
            m_table.setRowHeight(row, m_table.verticalHeader()->defaultSectionSize());
    }
    for (const Seq seq : m_open) {
        if (const std::optional<int> row = m_model.rowOf(seq))
            fit(*row);
    }
}

void GapExpansion::clear()
{
    m_open.clear();
    apply();
}

QRect GapExpansion::triangleOf(const QRect &line, const QFontMetrics &metrics)
{
    const int size = metrics.height() * 3 / 5;
    return {line.left() + metrics.height() / 2, line.center().y() - size / 2, size, size};
}

/// A screen reader reads the row where it stands once more: it has opened or closed.
void GapExpansion::tell(int row) const
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&m_table);
    const int column = std::max(m_table.currentIndex().column(), 0);
    QAccessibleInterface *cell =
        table && table->tableInterface() ? table->tableInterface()->cellAt(row, column) : nullptr;
    if (!cell)
        return;
    QAccessibleEvent event(cell, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void GapExpansion::fit(int row)
{
    const auto lines = int(linesOf(row).size());
    const int height = m_table.verticalHeader()->defaultSectionSize();
    const int more = lines == 0 ? 0 : lines * m_table.fontMetrics().lineSpacing() + height / 4;
    m_table.setRowHeight(row, height + more);
    if (more > 0)
        m_tall.insert(row);
    else
        m_tall.erase(row);
}

} // namespace Gapline
