"""The tray follows its setting at once: on a desktop that has one, and on one that has none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, Property, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS, PATIENCE_S
from tests.x_display import display

__all__ = ["display"]

ROOT = Path(__file__).resolve().parents[2]

lacking = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
needs_a_desktop = pytest.mark.skipif(bool(lacking), reason=f"{', '.join(lacking)} not installed")


@ClassInfo(**{"D-Bus Interface": "org.kde.StatusNotifierWatcher"})
class Panel(QObject):
    """The part of a desktop's panel that icons of the tray announce themselves to."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[str] = []

    @Slot(str)
    def RegisterStatusNotifierItem(self, service: str) -> None:  # noqa: N802  # as D-Bus says
        self.items.append(service)

    IsStatusNotifierHostRegistered = Property(bool, lambda _: True, constant=True)
    ProtocolVersion = Property(int, lambda _: 0, constant=True)
    RegisteredStatusNotifierItems = Property("QStringList", lambda self: self.items, constant=True)


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a session bus of its own."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # it would like to hold more files open than it may
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


@pytest.fixture
def connection(bus: str) -> Iterator[QDBusConnection]:
    connection = QDBusConnection.connectToBus(bus, "panel")
    assert connection.isConnected()
    yield connection
    QDBusConnection.disconnectFromBus("panel")


@pytest.fixture
def panel(qapp: object, connection: QDBusConnection) -> Panel:
    panel = Panel()
    options = QDBusConnection.RegisterOption
    assert connection.registerObject(
        "/StatusNotifierWatcher", panel, options.ExportAllSlots | options.ExportAllProperties
    )
    assert connection.registerService("org.kde.StatusNotifierWatcher")
    return panel


class Program:
    """The running window: what is written to it, and what it tells."""

    def __init__(self, process: "subprocess.Popen[bytes]", qtbot: QtBot) -> None:
        self.process = process
        self._qtbot = qtbot
        assert process.stdin is not None
        assert process.stdout is not None
        self._stdin, self._stdout = process.stdin, process.stdout
        os.set_blocking(self._stdout.fileno(), False)
        self._told = ""

    def write(self, word: str) -> None:
        self._stdin.write(f"{word}\n".encode())
        self._stdin.flush()

    def wait_for(self, line: str) -> None:
        """Lets the panel work until the program has told that line."""
        self._qtbot.waitUntil(lambda: line in self._lines(), timeout=PATIENCE_MS)
        self._told = ""

    def _lines(self) -> list[str]:
        self._told += (self._stdout.read() or b"").decode()
        return self._told.split("\n")


@contextmanager
def opened(data: Path, qtbot: QtBot, **environment: str) -> Iterator[Program]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.tray_child", str(data)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            program = Program(process, qtbot)
            program.wait_for("ready")
            yield program
        finally:
            process.kill()


@needs_a_desktop
def test_the_tray_is_switched_on_and_off_while_rotom_runs(
    qtbot: QtBot, tmp_path: Path, bus: str, connection: QDBusConnection, panel: Panel, display: str
) -> None:
    with opened(
        tmp_path, qtbot, DISPLAY=display, QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS=bus
    ) as program:
        assert panel.items == []
        program.write("on")
        program.wait_for("on")
        qtbot.waitUntil(lambda: len(panel.items) == 1, timeout=PATIENCE_MS)
        program.write("close")
        program.wait_for("hidden")
        icon = QDBusInterface(
            panel.items[0], "/StatusNotifierItem", "org.kde.StatusNotifierItem", connection
        )
        icon.asyncCallWithArgumentList("Activate", [0, 0])
        program.wait_for("shown")
        program.write("off")
        program.wait_for("off")
        program.write("close")
        assert program.process.wait(PATIENCE_S) == 0


def test_where_there_is_no_tray_that_is_said_and_closing_ends_rotom(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(tmp_path, qtbot, QT_QPA_PLATFORM="offscreen") as program:
        program.write("on")
        program.wait_for("on This desktop has no tray, so closing the window ends Rotom.")
        program.write("close")
        assert program.process.wait(PATIENCE_S) == 0


@needs_a_desktop
def test_rotom_that_starts_with_the_tray_on_stays_in_it(
    qtbot: QtBot, tmp_path: Path, bus: str, panel: Panel, display: str
) -> None:
    surroundings = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": bus}
    with opened(tmp_path, qtbot, **surroundings) as program:
        program.write("on")
        program.wait_for("on")
        program.write("quit")
        assert program.process.wait(PATIENCE_S) == 0
    with opened(tmp_path, qtbot, **surroundings) as program:
        qtbot.waitUntil(lambda: len(panel.items) == 2, timeout=PATIENCE_MS)
        program.write("close")
        program.wait_for("hidden")
        assert program.process.poll() is None
        program.write("quit")
        assert program.process.wait(PATIENCE_S) == 0
