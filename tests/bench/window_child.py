"""One start of a window, in a process of its own: prints when its first frame was, or its costs."""

import os
import resource
import sys
import time

IDLE_S = 10


def bare() -> None:
    """A QML window of the same size with nothing in it."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine

    qt = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(b"import QtQuick\nWindow { width: 1280; height: 800; visible: true }")
    engine.rootObjects()[0].frameSwapped.connect(_print_time_and_leave)  # type: ignore[attr-defined]
    qt.exec()


def rotom(data: str) -> None:
    """The program as the command starts it."""
    from rotom.ui.main_window import MainWindow

    MainWindow._first_frame = lambda _self: _print_time_and_leave()  # type: ignore[method-assign]
    run_the_command(data)


def idle(data: str) -> None:
    """The program left alone: prints its shares of a core shown and hidden, and its memory."""
    from PySide6.QtCore import QTimer

    from rotom.conversation.events import TurnEnded
    from rotom.system.machine import resident_bytes
    from rotom.ui.main_window import MainWindow

    start_session = MainWindow._first_frame
    shares: list[float] = []

    def first_frame(window: MainWindow) -> None:
        if window._started:
            return
        window.settings.change("met", True)
        start_session(window)
        window._app.session.subscribe(
            lambda event: (
                window.from_any_thread(lambda: QTimer.singleShot(3000, measure_shown))
                if isinstance(event, TurnEnded)
                else None
            )
        )
        window._app.session.say("hello there")

        def measure_shown() -> None:
            share_of(IDLE_S, lambda share: (shares.append(share), hide()))

        def hide() -> None:
            window.quick.hide()
            share_of(IDLE_S, finish)

        def finish(share: float) -> None:
            print(shares[0], share, (resident_bytes() or 0) / 1e6, flush=True)
            os._exit(0)

    MainWindow._first_frame = first_frame  # type: ignore[method-assign]
    run_the_command(data)


def share_of(seconds: float, then: "object") -> None:
    """Calls `then` with the percentage of a core that the process used in the next seconds."""
    from PySide6.QtCore import QTimer

    before_s, began_s = processor_s(), time.monotonic()

    def tell() -> None:
        used_s = processor_s() - before_s
        then(100 * used_s / (time.monotonic() - began_s))  # type: ignore[operator]

    QTimer.singleShot(int(seconds * 1000), tell)


def processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def run_the_command(data: str) -> None:
    sys.argv = ["rotom", "--data", data]
    from rotom.__main__ import main

    main()


def _print_time_and_leave() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    match sys.argv[1]:
        case "bare":
            bare()
        case "rotom":
            rotom(sys.argv[2])
        case _:
            idle(sys.argv[2])
