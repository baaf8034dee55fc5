// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scrollareaaccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace Gapline {
namespace {

/// The plain interface of a widget has the same children and counts before it looks.
QAccessibleInterface *makeScrollAreaAccessible(const QString &className, QObject *object)
{
    const bool isScrollArea = className == QLatin1String("QScrollArea")
        || className == QLatin1String("QAbstractScrollArea");
    auto *widget = isScrollArea ? qobject_cast<QWidget *>(object) : nullptr;
    return widget ? new QAccessibleWidget(widget, QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAreaAccessible()
{
    QAccessible::installFactory(makeScrollAreaAccessible); // Qt ignores one that it has already.
}

} // namespace Gapline
