// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutpage.h"

#include "ui/shell/paletteentries.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <array>
#include <utility>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutPage)
};

QString row(const QString &keys, const QString &name)
{
    return QStringLiteral("<tr><td><code>%1</code></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), name.toHtmlEscaped());
}

QString rowsOf(const QMenu &menu, const QString &path)
{
    QString rows;
    for (const QAction *action : menu.actions()) {
        const QString name = path + plainMenuText(action->text());
        if (const QMenu *sub = action->menu()) {
            rows += rowsOf(*sub, name + QStringLiteral(" › "));
            continue;
        }
        if (!action->shortcut().isEmpty())
            rows += row(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                        name);
    }
    return rows;
}

QString section(const QString &title, const QString &rows)
{
    return rows.isEmpty()
        ? QString()
        : QStringLiteral("<h2>%1</h2><table cellspacing=\"0\" cellpadding=\"3\">%2</table>")
              .arg(title.toHtmlEscaped(), rows);
}

/// Keys that are no commands: they move about where the focus is.
QString keysOfTimeline()
{
    const std::array<std::pair<QString, QString>, 8> keys{{
        {QStringLiteral("← →"), Text::tr("previous and next event that is shown")},
        {QStringLiteral("↑ ↓"), Text::tr("lane above and below, or row of the table")},
        {Text::tr("Home End"), Text::tr("first and last event")},
        {QStringLiteral("+ −"), Text::tr("zoom in and out")},
        {Text::tr("Page Up, Page Down"), Text::tr("a screen back and on")},
        {Text::tr("Return"), Text::tr("zoom to what is selected")},
        {Text::tr("Esc"), Text::tr("select nothing")},
        {Text::tr("Shift+F10"), Text::tr("menu of a chip or a row")},
    }};
    QString rows;
    for (const auto &[key, meaning] : keys)
        rows += row(key, meaning);
    return rows;
}

QString keysElsewhere()
{
    return row(QStringLiteral("Ctrl+Return"),
               Text::tr("open in a new tab: in the list of executions and in the field for an id"))
        + row(QStringLiteral("← → ↑ ↓, Return"),
              Text::tr("in the graph of a definition: from node to node, and to a node's events"))
        + row(QStringLiteral("Return"),
              Text::tr("in a comparison: to the step, in the execution of the column"));
}

} // namespace

QString shortcutPage(const QMenuBar &bar)
{
    QString page =
        QStringLiteral("<h1>%1</h1><p>%2</p>")
            .arg(Text::tr("Keyboard shortcuts").toHtmlEscaped(),
                 Text::tr("Ctrl+K finds every command by a few letters of its name. Single "
                          "letters act while the focus is in timeline or table.")
                     .toHtmlEscaped());
    for (const QAction *top : bar.actions()) {
        if (top->menu())
            page += section(plainMenuText(top->text()), rowsOf(*top->menu(), {}));
    }
    return page + section(Text::tr("In the timeline"), keysOfTimeline())
        + section(Text::tr("Elsewhere"), keysElsewhere());
}

} // namespace Gapline
