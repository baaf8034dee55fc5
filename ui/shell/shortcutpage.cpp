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

QString text(const char *source)
{
    return QCoreApplication::translate("ShortcutPage", source);
}

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
        {QStringLiteral("← →"), text("previous and next event that is shown")},
        {QStringLiteral("↑ ↓"), text("lane above and below, or row of the table")},
        {QStringLiteral("Home End"), text("first and last event")},
        {QStringLiteral("+ −"), text("zoom in and out")},
        {QStringLiteral("Page Up, Page Down"), text("a screen back and on")},
        {QStringLiteral("Return"), text("zoom to what is selected")},
        {QStringLiteral("Esc"), text("select nothing")},
        {QStringLiteral("Shift+F10"), text("menu of a chip or a row")},
    }};
    QString rows;
    for (const auto &[key, meaning] : keys)
        rows += row(key, meaning);
    return rows;
}

} // namespace

QString shortcutPage(const QMenuBar &bar)
{
    QString page = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(text("Keyboard shortcuts").toHtmlEscaped(),
                            text("Ctrl+K finds every command by a few letters of its name. Single "
                                 "letters act while the focus is in timeline or table.")
                                .toHtmlEscaped());
    for (const QAction *top : bar.actions()) {
        if (top->menu())
            page += section(plainMenuText(top->text()), rowsOf(*top->menu(), {}));
    }
    return page + section(text("In the timeline"), keysOfTimeline());
}

} // namespace Gapline
