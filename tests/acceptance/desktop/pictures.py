# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the window's main states, to be looked at.

Usage: pictures.py GAPLINE FOLDER [STATE...]; without states all of them."""

import http.server
import json
import os
import sys
import threading
import time

from desktop import Desktop, wait_for
from reading import Reader

GAPLINE, FOLDER = sys.argv[1:3]
MILLION = 1_000_000


class RightToLeft(http.server.BaseHTTPRequestHandler):
    """One execution whose data is written from right to left, in long words, and with marks that turn text round."""

    EXECUTION = "exec_" + "0123456789abcdef" * 8
    TEXTS = ["الموافقة على العقد مرفوضة", "אישור החוזה נדחה: סעיף 12", "mixed עברית and English, 100 %", "x" * 400,
             "\u202eevil\u202c turned round", "naïve café 👩‍👩‍👧 🏳️‍🌈"]

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))["data"]
        begin = 1_777_372_763_540
        execution = {"executionId": self.EXECUTION, "status": "completed", "startedAt": begin,
                     "completedAt": begin + 3_600_000, "cancelledAt": None, "definitionId": "عقد-" + "اعتماد-" * 12,
                     "definitionVersion": 1, "correlationId": "corr", "idempotencyKey": "key", "failureReason": None,
                     "steps": []}
        if self.path.endswith("getEvents"):
            events = [{"eventId": f"evt_{i}", "executionId": self.EXECUTION, "seq": 3 * i + 1,
                       "type": "step.completed", "stepId": "step_" + "sehr-langer-knoten-" * 4 + str(i % 3),
                       "timestamp": begin + 61_000 * i, "correlationId": "corr", "data": {"comment": text, "reviewer": text[::-1]}}
                      for i, text in enumerate(self.TEXTS * 4)]
            answer = {"executionId": self.EXECUTION,
                      "events": [event for event in events if event["seq"] > asked.get("sinceSeq", 0)],
                      "nextCursor": 75, "hasMore": False}
        elif self.path.endswith("list"):
            answer = {"items": [execution], "nextCursor": None}
        else:
            answer = execution
        body = json.dumps({"result": answer}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Photographer:
    def __init__(self, desktop):
        self.desktop = desktop

    def show(self, *arguments, theme="light", scale=1, words=None):
        """The program, showing these words."""
        self.desktop.move_in()
        settings = os.path.join(self.desktop.environment["XDG_CONFIG_HOME"], "gapline")
        os.makedirs(settings)
        with open(os.path.join(settings, "gapline.ini"), "w", encoding="utf-8") as file:
            file.write(f"[window]\ntheme={theme}\n")
        self.desktop.environment["QT_SCALE_FACTOR"] = str(scale)
        self.program = self.desktop.start(GAPLINE, *arguments)
        self.scale = scale
        self.desktop.place(self.desktop.focus("Gapline"), scale)
        self.reader = Reader(self.program.pid)
        if words:
            self.reader.wait_text(words)

    def take(self, name):
        time.sleep(1.5)  # What comes late, such as a blinking cursor or a scroll bar, is there too.
        file = os.path.join(FOLDER, f"{name}.png")
        self.desktop.picture(file, self.scale)
        print(file)

    def end(self):
        self.desktop.end(self.program)

    def light(self):
        self.show("--demo", words="28 internal-only")
        self.take("light")

    def dark(self):
        self.show("--demo", theme="dark", words="28 internal-only")
        self.take("dark")

    def scaled(self):
        self.show("--demo", scale=2, words="28 internal-only")
        self.take("scaled-200")
        self.end()
        self.show("--demo", scale=1.25, theme="dark", words="28 internal-only")
        self.take("scaled-125-dark")

    def empty(self):
        self.show()
        self.take("empty")

    def error(self):
        self.desktop.environment.update(VELT_API_KEY="key", VELT_AUTH_TOKEN="token")
        self.show("exec_1", "--base-url", "http://127.0.0.1:9/")
        self.take("error")

    def reconciled(self):
        self.show("--demo", words="28 internal-only")
        self.desktop.keys("ctrl+d")
        self.reader.find("push button", "Compare")
        self.desktop.keys("Return")
        self.reader.wait_text("10 missed")
        self.take("reconciled-page")
        row = self.reader.find("table cell", lambda name: name.startswith("exec_"))
        self.desktop.click(*self.reader.middle(row))
        self.desktop.click(*self.reader.middle(self.reader.find("push button", "Open This Execution")))
        self.take("reconciled-timeline")

    def right_to_left(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RightToLeft)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.desktop.environment.update(VELT_API_KEY="key", VELT_AUTH_TOKEN="token")
        self.show(RightToLeft.EXECUTION, "--base-url", f"http://127.0.0.1:{server.server_port}/", words="24 events")
        self.take("right-to-left-and-long-ids")
        server.shutdown()

    def million(self):
        self.desktop.move_in()
        served = self.desktop.start(GAPLINE, "sandbox", "--executions", "3", "--events", str(MILLION), "--speed", "0")
        lines = wait_for("the sandbox", lambda: "EXECUTION=" in self.desktop.output()
                         and self.desktop.output().splitlines(), seconds=300)
        self.desktop.environment.update(line.split("=", 1) for line in lines if line.startswith("VELT_"))
        execution = next(line for line in lines if line.startswith("EXECUTION=")).partition("=")[2]
        self.show(execution, "--base-url", lines[0])
        wait_for("a million events", lambda: f"{MILLION:,} events" in self.reader.texts(), seconds=600)
        self.take("million")
        self.desktop.keys("F4")
        self.desktop.type("type:step.failed ")
        self.take("million-filtered")
        self.desktop.end(served)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    states = sys.argv[3:] or ["light", "dark", "scaled", "empty", "error", "reconciled", "right_to_left", "million"]
    with Desktop() as desktop:
        for state in states:
            photographer = Photographer(desktop)
            getattr(photographer, state)()
            photographer.end()


main()
