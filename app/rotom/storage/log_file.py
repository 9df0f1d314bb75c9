"""The log file: what Rotom did, never what was said."""

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from rotom.domain.wording import worded
from rotom.storage.errors import told

LARGEST_BYTES = 1_000_000
EARLIER_FILES = 2
"""Beside the newest; so three files, of a megabyte each, are all that is ever kept."""

_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


class _LogFile(RotatingFileHandler):
    """Writes what Rotom notes and what libraries warn of; a full disk loses lines, nothing else."""

    def filter(self, record: logging.LogRecord) -> bool:
        ours = record.name.partition(".")[0] == "rotom"
        return record.levelno >= (logging.INFO if ours else logging.WARNING)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        pass

    def close(self) -> None:
        with suppress(OSError):  # what could not be written is given up
            super().close()


def start_log(path: Path) -> str:
    """Logs into the file from now on, instead of one that was begun before.

    Returns a sentence where the file cannot be written, and '' otherwise. Nothing is logged to
    the terminal either way: that belongs to the conversation.
    """
    stop_log()
    handler: logging.Handler
    notice = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path, "a", LARGEST_BYTES, EARLIER_FILES, "utf-8", errors="replace")
        handler.setFormatter(logging.Formatter(_LINE))
    except OSError as error:
        handler = logging.NullHandler()
        notice = str(told(worded("There is no log file this time"), path, error))
    handler.set_name("rotom")
    logging.getLogger().addHandler(handler)
    logging.getLogger("rotom").setLevel(logging.INFO)
    return notice


def stop_log() -> None:
    """Closes the log file, if there is one."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if handler.get_name() == "rotom"]:
        root.removeHandler(handler)
        handler.close()
