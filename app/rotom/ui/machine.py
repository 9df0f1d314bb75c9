"""What the window asks of the desktop: the version, the log file, the tray."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

import rotom


class Machine(QObject):
    """The facts of the About page."""

    def __init__(self, log_file: Path) -> None:
        super().__init__()
        self._log_file = log_file

    version = Property(str, lambda _: rotom.__version__, constant=True)
    logFile = Property(str, lambda self: str(self._log_file), constant=True)

    @Slot(result=bool)
    def openLog(self) -> bool:
        """Opens the log file with the desktop's program for text; False where it cannot."""
        return self._log_file.exists() and QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(self._log_file))
        )
