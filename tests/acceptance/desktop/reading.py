# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of a program: read over AT-SPI, as a screen reader does."""

import pyatspi  # Asks for the bus when it is first used.
from gi.repository import GLib

from desktop import wait_for

# What asking for an object ends with that has gone since it was named.
GONE = (LookupError, GLib.Error)

SPEAKING = ("push button", "check box", "toggle button", "text", "combo box", "list", "list item", "table", "tree",
            "tree table", "spin button", "slider", "page tab", "menu item", "radio button")


def _children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def everything(node, most=300):
    """The node and all below it that is shown; of long lists and tables only the first `most`."""
    yield node
    for index, child in enumerate(_children(node)):
        if index >= most:
            return
        try:
            if is_showing(child):
                yield from everything(child, most)
        except GONE:  # Gone while we looked: a picture of a moment is enough.
            continue


class Reader:
    """One running program."""

    def __init__(self, process_id):
        def application():
            for candidate in _children(pyatspi.Registry.getDesktop(0)):
                try:
                    if candidate.get_process_id() == process_id:
                        return candidate
                except Exception:  # It left the bus while we asked.
                    continue
            return None
        self._application = wait_for("the program on the accessibility bus", application)

    def windows(self):
        # Nobody here listens to the events that would renew what the library remembers.
        self._application.clear_cache()
        return [window for window in _children(self._application) if is_showing(window)]

    def all(self, role=None, name=None):
        """What is shown now, of a role and with a name that begins or is found by a function."""
        found = []
        for window in self.windows():
            for node in everything(window):
                try:
                    if role and node.getRoleName() != role:
                        continue
                    if name is not None and not (name(node.name) if callable(name) else node.name == name):
                        continue
                    found.append(node)
                except GONE:
                    continue
        return found

    def find(self, role, name):
        return wait_for(f"a {role} named {name}", lambda: (self.all(role, name) or [None])[0])

    def names(self, role):
        return [node.name for node in self.all(role)]

    def texts(self):
        """All that a reader could say of what is shown, in one string."""
        return "\n".join(node.name for window in self.windows() for node in everything(window) if node.name)

    def wait_text(self, text):
        wait_for(f"the words {text!r}", lambda: text in self.texts())

    def timeline(self):
        return self.find("list", "Timeline")

    def rows(self):
        """The names of the timeline's rows, in order."""
        return [row.name for row in _children(self.timeline())]

    def current_row(self):
        """The name of the timeline's row that is selected; none is no row."""
        for row in _children(self.timeline()):
            if row.getState().contains(pyatspi.STATE_SELECTED):
                return row.name
        return None

    def middle(self, node):
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def unnamed(self):
        """Controls that a screen reader could say nothing of."""
        return [node for window in self.windows() for node in everything(window, most=40)
                if node.getRoleName() in SPEAKING and not node.name]
