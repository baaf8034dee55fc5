// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gapline {

/// Lets Ctrl+E (export) and Ctrl+K (command palette) reach the window while a text field has the focus: fields of Qt take
/// them on X11 for "to the end of the line" and "delete the rest of it", which no other field on these desktops does. Where
/// the window's command cannot be given, in a dialog say, the field has them as before. Filters the application's events
/// for as long as it lives.
class WindowKeys : public QObject
{
    Q_OBJECT

public:
    explicit WindowKeys(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Gapline
