"""The view-model of the problem report: has `rotom doctor` look, and writes what it found."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, QProcess, Signal, Slot

from rotom.app import App
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
from rotom.files import UserFolders
from rotom.storage import report, transfer
from rotom.storage.conversations import Conversations
from rotom.system.distributions import distributions
from rotom.ui.tongue import shown


def doctor_of(folders: UserFolders) -> list[str]:
    """The command that examines the machine, in a process of its own: it loads each engine."""
    place = ["--data", str(folders.data)] if folders.config == folders.data else []
    return [sys.executable, "-m", "rotom", *place, "doctor"]


class Report(QObject):
    changed = Signal()

    def __init__(self, app: App, doctor: Sequence[str]) -> None:
        super().__init__()
        self._app = app
        self._doctor = doctor
        self._looking: QProcess | None = None
        self._talk = False
        self._said = ""

    writing = Property(bool, lambda self: self._looking is not None, notify=changed)
    said = Property(str, lambda self: shown(self._said), notify=changed)
    """Where the report is, or why there is none."""

    def close(self) -> None:
        """Ends what is looked at."""
        if self._looking is not None:
            self._looking.finished.disconnect(self._write)
            self._looking.errorOccurred.disconnect(self._failed)
            self._looking.kill()
            self._looking.waitForFinished(2000)
            self._looking = None

    @Slot(bool)
    def write(self, with_talk: bool) -> None:
        """Looks and writes; the present conversation is in it only with `with_talk`."""
        if self._looking is not None:
            return
        self._talk, self._said = with_talk, worded("Looking at this machine…")
        looking = self._looking = QProcess(self)
        looking.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        looking.finished.connect(self._write)
        looking.errorOccurred.connect(self._failed)
        looking.start(self._doctor[0], list(self._doctor[1:]))
        self.changed.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # any other comes with `finished`
            self._end("the doctor could not be started")

    def _write(self) -> None:
        assert self._looking is not None
        self._end(bytes(self._looking.readAll().data()).decode("utf-8", "replace"))

    def _end(self, found: str) -> None:
        self._looking = None
        packages = [f"{each.name} {each.version} ({each.licence})" for each in distributions()]
        try:
            path = report.write(
                self._app.folders, self._app.settings, packages, found, self._conversation()
            )
            self._said = worded("Saved as {path}. Read it before you send it.", path=path)
        except EngineError as error:
            self._said = str(error)
        self.changed.emit()

    def _conversation(self) -> str:
        current = Conversations(self._app.history, self._app.persona.id).current
        if not self._talk or current is None:
            return ""
        (talk,) = transfer.as_json(self._app.history, [current])
        return transfer.as_markdown(str(talk["title"]), self._app.persona.name, talk["turns"])  # type: ignore[arg-type]
