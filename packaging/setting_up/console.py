"""What set-up says to the person in front of it: sentences, progress, why a command failed."""

import os
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SECONDS_BETWEEN_LINES = 20
"""Where progress cannot stay on one line (a log file, CI) it is told this often."""

_TAIL_LINES = 400

_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution"
    r"|Temporary failure resolving|Network is unreachable|Could not resolve host"
    r"|ConnectTimeoutError|ReadTimeoutError|Read timed out|Connection refused|Failed to connect"
    r"|Unable to connect|ProxyError|Connection reset by peer",
    re.IGNORECASE,
)
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"No space left on device|ENOSPC|not enough free space|Disk quota exceeded"),
        "The disk is full. Free about 2 GB and run the same command again.",
    ),
    (
        re.compile(r"DO NOT MATCH THE HASHES"),
        "A downloaded package is not the one that was pinned, so it was not installed. Run the "
        "same command again; if it stays, the network in between changes what is downloaded.",
    ),
    (
        re.compile(r"CERTIFICATE_VERIFY_FAILED"),
        "The package index could not be trusted: its certificate did not verify. Look at the "
        "clock of this machine, and at the ca-certificates package.",
    ),
    (
        re.compile(r"cc1plus.*Killed|Killed signal terminated|Cannot allocate memory|MemoryError"),
        "There was not enough memory to compile. Close other programs and run the same command "
        "again: it goes on where it can.",
    ),
    (
        _NETWORK,
        "The network, or the package index behind it, could not be reached. Look at the "
        "connection and run the same command again; what was done stays done.",
    ),
)


class Problem(Exception):
    """Why set-up cannot go on, as sentences that say what to do."""


class CommandFailed(Exception):
    """A command ended with an error; `output` holds its last lines."""

    def __init__(self, command: Sequence[str], code: int, output: str) -> None:
        super().__init__(f"{command[0]} ended with code {code}")
        self.code = code
        self.output = output


def say(sentence: str) -> None:
    """One line for the person; on stderr, so that what Rotom prints itself stays clean."""
    print(sentence, file=sys.stderr, flush=True)


def reason(output: str) -> str | None:
    """What a failed command's output means in plain words; None where nothing is recognised."""
    for pattern, sentence in _REASONS:
        if pattern.search(output):
            return sentence
    return None


class Progress:
    """A line that follows a long step: rewritten in a terminal, repeated now and then in a log."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._in_place = sys.stderr.isatty()
        self._width = 0
        self._told_at = time.monotonic()
        if self._in_place:
            self._rewrite(title)
        else:
            say(title)

    def at(self, where: str) -> None:
        """How far it is, in a few words such as `42/180`."""
        if self._in_place:
            self._rewrite(f"{self._title} {where}")
        elif time.monotonic() - self._told_at >= SECONDS_BETWEEN_LINES:
            self._told_at = time.monotonic()
            say(f"  {where}")

    def done(self) -> None:
        """The step is over; what is said next starts on a line of its own."""
        if self._in_place:
            print(file=sys.stderr, flush=True)

    def _rewrite(self, line: str) -> None:
        columns = _columns()
        line = line if len(line) < columns else line[: columns - 2] + "…"
        print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
        self._width = len(line)


def run_logged(
    command: Sequence[str],
    log: Path,
    *,
    env: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> None:
    """Run a command with its output in the log; raises CommandFailed."""
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"\n$ {' '.join(command)}\n")
        file.flush()
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=env,
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                file.write(line)
                tail.append(line)
                if on_line is not None:
                    on_line(line)
    if process.returncode != 0:
        raise CommandFailed(command, process.returncode, "".join(tail))


def problem(step: str, failure: CommandFailed, log: Path) -> Problem:
    """A failed command as sentences: its reason where it is known, else its last lines."""
    known = reason(failure.output)
    if known is not None:
        return Problem(f"{step} did not work. {known}\nEverything it printed is in {log}")
    last = "".join(f"  {line}\n" for line in failure.output.strip().splitlines()[-8:])
    return Problem(f"{step} did not work. Its last lines:\n{last}Everything it printed is in {log}")


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 80
