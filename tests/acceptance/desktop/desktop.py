# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: an X server, a window manager, a session bus with accessibility, and homes that hold nothing.
What is started here is ended here, by its process id. One a process: AT-SPI's library keeps to the first bus."""

import os
import shutil
import subprocess
import tempfile
import time

DEADLINE_S = 60  # Of every wait: a machine busy with a build is slow, not wrong.


class Waited(AssertionError):
    """What was waited for did not come."""


def wait_for(what, probe, seconds=DEADLINE_S):
    """The first true answer of probe(); what it was waiting for is said when it does not come."""
    end = time.monotonic() + seconds
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Waited(f"waited {seconds} s for {what}")
        time.sleep(0.1)


class Desktop:
    """An empty screen with a window manager, large enough for a window at 200 %. Use it with `with`."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="gapline-desktop-")
        self._processes = []
        self.environment = dict(os.environ)
        for variable in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM", "XAUTHORITY"):
            self.environment.pop(variable, None)
        runtime = os.path.join(self.home, "runtime")
        os.mkdir(runtime, 0o700)
        self.environment.update(
            HOME=self.home,
            XDG_RUNTIME_DIR=runtime,
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            NO_AT_BRIDGE="0",
            TZ="UTC",
            LANG="C.UTF-8",
        )

    def __enter__(self):
        reading, writing = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", "3200x2000x24", "-nolisten", "tcp"],
                    pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self.environment["DISPLAY"] = ":" + numbers.readline().strip()
        bus = subprocess.run(["dbus-daemon", "--session", "--fork", "--print-address=1", "--print-pid=1"],
                             env=self.environment, check=True, capture_output=True, text=True).stdout.split()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus[0]
        self._bus = int(bus[1])
        # Starts the accessibility bus, and tells programs that somebody listens.
        subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                        "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled",
                        "variant:boolean:true"], env=self.environment, check=True, capture_output=True)
        self._spawn(["openbox"])
        # A window that is shown while the window manager still starts may never be seen.
        wait_for("the window manager", lambda: self._has_worked("xdotool", "get_num_desktops"))
        # pyatspi speaks to the bus of this process's own environment.
        for variable in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[variable] = self.environment[variable]
        return self

    def move_in(self):
        """Homes that hold nothing, for the programs started from now on."""
        self.user = tempfile.mkdtemp(prefix="user-", dir=self.home)
        for variable in ("CONFIG", "DATA", "CACHE", "STATE"):
            self.environment[f"XDG_{variable}_HOME"] = os.path.join(self.user, variable.lower())

    def __exit__(self, *_):
        for process in reversed(self._processes):
            self.end(process)
        os.kill(self._bus, 15)
        shutil.rmtree(self.home, ignore_errors=True)

    def _spawn(self, command, **options):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **options)
        self._processes.append(process)
        return process

    def start(self, *command):
        """A program on this desktop; its output is kept in a file of the home."""
        with open(os.path.join(self.user, "output.txt"), "ab") as output:
            process = subprocess.Popen(command, env=self.environment, stdout=output, stderr=output)
        self._processes.append(process)
        return process

    def run(self, *command):
        """What a program prints, as it is."""
        return subprocess.run(command, env=self.environment, check=True, capture_output=True).stdout.decode()

    def output(self):
        """What the programs of these homes have written."""
        with open(os.path.join(self.user, "output.txt"), encoding="utf-8", errors="replace") as output:
            return output.read()

    @staticmethod
    def end(process):
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _has_worked(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True).returncode == 0

    def _tool(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True,
                              capture_output=True, text=True).stdout.strip()

    def focus(self, title):
        """Brings the window with this title to the front."""
        def found():
            ids = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], env=self.environment,
                                 capture_output=True, text=True).stdout.split()
            return ids and ids[-1]
        window = wait_for(f"a window named {title}", found)
        self._tool("windowactivate", "--sync", window)
        return window

    def place(self, window, scale=1):
        """At the screen's corner, with room for 1600 x 1000 pixels that are so much larger."""
        self._tool("windowsize", window, int(1600 * scale), int(1000 * scale), "windowmove", window, 0, 0)

    def keys(self, *names):
        for name in names:
            self._tool("key", "--clearmodifiers", name)
            time.sleep(0.15)

    def type(self, text):
        self._tool("type", "--delay", "20", text)

    def click(self, x, y, button=1):
        self._tool("mousemove", int(x), int(y), "click", button)

    def picture(self, file, scale=1):
        """Of where place() put the window, with what lies above it."""
        size = f"{int(1600 * scale)}x{int(1000 * scale)}+0+0"
        subprocess.run(["import", "-window", "root", "-crop", size, "+repage", file], env=self.environment, check=True)
