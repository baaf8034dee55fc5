// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QTimer>

namespace Gapline {

class Workspace;

/// The columns of a long stream come and go as blocks of megabytes. Mapped, each gives its memory back when it goes; left
/// to itself, malloc begins to keep them after the first one. To be called before the first of them is made.
void giveLargeBlocksBack();

/// Gives back what reading a stream has left in malloc's hands, once the window has been at rest for a moment: threads that
/// unpack pages leave megabytes of small free pieces behind. UI thread.
class MemoryKeeping : public QObject
{
    Q_OBJECT

public:
    /// `workspace` must outlive it.
    explicit MemoryKeeping(Workspace &workspace);

private:
    void watchView();

    Workspace &m_workspace;
    QMetaObject::Connection m_watched;
    QTimer m_rest;
};

} // namespace Gapline
