# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program on a real screen: driven by mouse and keyboard, read back as a screen reader reads it.

Usage: test_window.py GAPLINE [unittest arguments]; with GAPLINE_PICTURES=FOLDER each test leaves its last picture."""

import csv
import os
import re
import sys
import unittest

from desktop import Desktop, wait_for
from reading import Reader

GAPLINE = sys.argv.pop(1)
MILLION = 1_000_000
LONGEST_ROUND_MS = 100
SLOWDOWN = int(os.environ.get("GAPLINE_SLOWDOWN", "1"))  # Of a program that AddressSanitizer watches.
SHOWCASE_EVENTS = 18  # Of the execution that the sandbox opens with; 28 seqs of its 46 are internal-only.


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop())

    def setUp(self):
        self.desktop.move_in()
        self.program = None

    def tearDown(self):
        folder = os.environ.get("GAPLINE_PICTURES")
        if folder:
            self.desktop.picture(os.path.join(folder, f"{self._testMethodName}.png"))
        if self.program:
            self.desktop.end(self.program)

    def start(self, *arguments, words="28 internal-only"):
        """The program, the execution shown."""
        self.program = self.desktop.start(GAPLINE, *arguments)
        self.desktop.place(self.desktop.focus("Gapline"))
        self.reader = Reader(self.program.pid)
        self.reader.wait_text(words)
        self.desktop.focus("Gapline")

    def serve(self, *options):
        """A sandbox in a process of its own, as a server would be: its base URL, and the execution to look at."""
        server = self.desktop.start(GAPLINE, "sandbox", "--now", "2026-04-28T12:00:00Z", "--speed", "0", *options)
        self.addCleanup(self.desktop.end, server)
        lines = wait_for("the sandbox's address", lambda: self.desktop.output().partition("EXECUTION=")[2].count("\n")
                         and self.desktop.output().splitlines())
        self.desktop.environment.update(line.split("=", 1) for line in lines if line.startswith("VELT_"))
        url = next(line for line in lines if line.startswith("http://"))
        execution = next(line for line in lines if line.startswith("EXECUTION=")).partition("=")[2]
        return url, execution

    def quit(self):
        self.desktop.keys("ctrl+q")
        self.assertEqual(self.program.wait(60), 0)

    def wait_row(self, name):
        wait_for(f"the row {name!r} to be the current one",
                 lambda: (self.reader.current_row() or "").startswith(name))

    def filter_as_text(self, text):
        self.desktop.keys("F4", "ctrl+a")
        self.desktop.type(text)
        self.desktop.keys("Return")

    def test_the_timeline_reads_as_events_and_gaps_in_order_of_seq(self):
        self.start("--demo")
        rows = self.reader.rows()
        self.assertEqual(rows[:3], ["seq 1, execution.dispatched", "seq 2 to 3, 2 internal-only",
                                    "seq 4, step.awaiting-approval, agent-draft"])
        self.assertEqual(rows[-1], "seq 39 to 46, 8 internal-only")
        self.assertEqual(sum("internal-only" not in row for row in rows), SHOWCASE_EVENTS)

    def test_g_goes_from_gap_to_gap_and_says_that_nothing_is_missing(self):
        self.start("--demo")
        self.desktop.keys("Home", "g")
        self.wait_row("seq 2 to 3")
        self.desktop.keys("g")
        self.wait_row("seq 5")
        self.reader.wait_text("nothing is missing here")
        self.desktop.keys("shift+g")
        self.wait_row("seq 2 to 3")

    def test_a_click_on_a_mark_selects_its_event_everywhere(self):
        self.start("--demo")
        mark = self.reader.find("list item", "seq 13, step.completed, human-legal, iteration 1 of 2")
        self.desktop.click(*self.reader.middle(mark))
        self.wait_row("seq 13")
        self.reader.wait_text("Event 13")
        self.reader.find("label", "Type: step.completed")  # A text to be read, not an area without a meaning.

    def test_a_filter_hides_events_says_so_and_is_undone(self):
        self.start("--demo")
        self.reader.wait_text("all 18 events")
        self.filter_as_text("type:step.completed")
        self.reader.wait_text("5 of 18 events")
        self.desktop.keys("Escape", "ctrl+z")
        self.reader.wait_text("all 18 events")

    def test_the_csv_holds_what_is_shown_and_what_the_command_line_says(self):
        url, execution = self.serve()
        self.start(execution, "--base-url", url)
        self.filter_as_text("type:step.completed")
        self.reader.wait_text("5 of 18 events")
        file = os.path.join(self.desktop.user, "shown.csv")
        self.desktop.keys("Escape", "ctrl+g", "ctrl+e")  # Without the rows of the gaps.
        self.reader.find("text", "File to write")
        self.desktop.keys("ctrl+a")
        self.desktop.type(file)
        self.desktop.keys("Return")
        wait_for("the file", lambda: os.path.exists(file))
        with open(file, newline="", encoding="utf-8") as rows:
            exported = rows.read()
        seqs = [row["seq"] for row in csv.DictReader(exported.splitlines())]
        self.assertEqual(seqs, ["6", "13", "24", "28", "36"])
        told = self.desktop.run(GAPLINE, "events", execution, "--base-url", url, "--offline", "--format", "csv",
                                "--type", "step.completed")
        self.assertEqual(exported, told)

    def test_another_execution_opens_in_a_tab_beside_the_first(self):
        self.start("--demo")
        self.desktop.keys("ctrl+l")
        self.desktop.type("press-release")
        self.desktop.keys("Down", "ctrl+Return")
        wait_for("two tabs", lambda: len(self.reader.all("page tab")) == 2)
        self.desktop.keys("ctrl+Tab")
        self.reader.wait_text("28 internal-only")  # As the first one was left.

    def test_two_executions_are_compared_by_keyboard_alone(self):
        self.start("--demo")
        self.desktop.keys("ctrl+k")
        self.desktop.type("compare with")
        self.desktop.keys("Return")
        self.reader.find("push button", "Compare")
        self.desktop.type("marketing")
        self.desktop.keys("Down", "Return")
        self.reader.wait_text("human-legal")
        self.reader.find("table", "Steps of both executions")

    def test_a_restart_shows_the_same_place(self):
        url, execution = self.serve()
        self.start(execution, "--base-url", url)
        self.filter_as_text("type:step.completed")
        self.reader.wait_text("5 of 18 events")
        self.quit()
        self.start("--base-url", url)
        self.reader.wait_text("5 of 18 events")

    def test_every_control_on_the_screen_has_a_name(self):
        self.start("--demo")
        self.assertEqual([f"{node.getRoleName()} in {node.parent.name!r}" for node in self.reader.unnamed()], [])

    def test_nothing_keeps_the_window_from_answering_with_a_million_events(self):
        url, execution = self.serve("--events", str(MILLION), "--executions", "3")
        self.desktop.run(GAPLINE, "sync", execution, "--base-url", url, "--quiet")
        self.desktop.environment["QT_LOGGING_RULES"] = "gapline.ui.debug=true"
        self.addCleanup(self.desktop.environment.pop, "QT_LOGGING_RULES")
        self.start(execution, "--base-url", url, "--offline", words=f"all {MILLION:,} events")
        opened = self.desktop.output()
        self.desktop.keys("g", "g", "s", "z", "0", "End", "Home", "plus", "plus", "Right", "x", "x", "Tab", "Next", "Next",
                          "ctrl+End", "ctrl+Home")
        self.filter_as_text("type:step.completed -step:agent-assemble")
        self.reader.wait_text(f"of {MILLION:,} events")
        self.desktop.keys("Escape", "ctrl+z", "ctrl+shift+z", "ctrl+z")
        self.reader.wait_text(f"all {MILLION:,} events")
        rounds = [int(ms) for ms in re.findall(r"computed for (\d+) ms", self.desktop.output()[len(opened):])]
        self.assertLessEqual(max(rounds, default=0), LONGEST_ROUND_MS * SLOWDOWN, rounds)


if __name__ == "__main__":
    unittest.main(verbosity=2)
