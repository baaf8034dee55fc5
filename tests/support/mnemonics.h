// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QSet>
#include <QStringList>

namespace Gapline::Test {

/// The controls of the window, shown or not, whose Alt key is that of a menu: while such a one is shown, the key opens
/// nothing. Dialogs and popups have their keys to themselves.
inline QStringList controlsThatTakeAMenusKey(const QMainWindow &window)
{
    QSet<QKeySequence> menus;
    for (const QAction *menu : window.menuBar()->actions())
        menus.insert(QKeySequence::mnemonic(menu->text()));
    QStringList found;
    const auto look = [&](const QWidget &control, const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (control.window() == &window && !key.isEmpty() && menus.contains(key))
            found << text;
    };
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        look(*button, button->text());
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->buddy())
            look(*label, label->text());
    }
    return found;
}

} // namespace Gapline::Test
