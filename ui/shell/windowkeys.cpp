// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace Gapline {

WindowKeys::WindowKeys(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isOfWindow = key->modifiers() == Qt::ControlModifier
        && (key->key() == Qt::Key_E || key->key() == Qt::Key_K);
    if (!isOfWindow)
        return QObject::eventFilter(watched, event);
    // Nobody takes it before the shortcuts are asked.
    event->ignore();
    return true;
}

} // namespace Gapline
