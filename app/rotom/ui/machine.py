"""What the window asks of the desktop: the version, the log file, the tray."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

import rotom
from rotom import files
from rotom.domain.wording import worded
from rotom.storage.licences import parts_of
from rotom.system.distributions import distributions, licence_text
from rotom.ui.tongue import shown


class Machine(QObject):
    """The facts of the About page."""

    looked = Signal()

    def __init__(self, log_file: Path, uses: Callable[[], tuple[int, int, str]]) -> None:
        super().__init__()
        self._uses = uses
        self._log_file = log_file

    version = Property(str, lambda _: rotom.__version__, constant=True)
    logFile = Property(str, lambda self: str(self._log_file), constant=True)

    usage = Property(str, lambda self: shown(self._usage()), notify=looked)
    """What Rotom takes of the machine now, and why."""

    def _usage(self) -> str:
        held, threads, why = self._uses()
        memory = worded("{memory:.1f} GB of memory", memory=held / 1e9)
        if not threads:
            return memory
        return worded(
            "{memory}, {threads} threads at most. {why}", memory=memory, threads=threads, why=why
        )

    @Slot()
    def look(self) -> None:
        self.looked.emit()

    @Slot(result=list)
    def packages(self) -> list[dict[str, str]]:
        """The free software that is installed with Rotom, by name."""
        return [asdict(each) for each in distributions()]

    @Slot(result=list)
    def parts(self) -> list[dict[str, object]]:
        """What other projects made inside those packages: name, licence, source, sourceIsOwed."""
        found = parts_of(files.assets(), (each.name for each in distributions()))
        return [
            {
                "name": part.name,
                "licence": part.licence,
                "source": part.source,
                "sourceIsOwed": part.source_is_owed,
            }
            for part in found
        ]

    @Slot(str, result=str)
    def licence(self, name: str) -> str:
        """The words of a package's licence; '' where it does not bring them."""
        return licence_text(name)

    @Slot(result=bool)
    def openLog(self) -> bool:
        """Opens the log file with the desktop's program for text; False where it cannot."""
        return self._log_file.exists() and QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(self._log_file))
        )
