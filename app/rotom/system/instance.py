"""One window at a time: the first start holds a lock, a second one asks it to come to the front.

The lock is the kernel's (flock(2)), so it is gone with the program that held it, however that
ended. Windows with different data folders do not know of each other.
"""

import fcntl
import hashlib
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rotom.files import UserFolders
from rotom.stage import Stage

log = logging.getLogger(__name__)

ANSWER_S = 8.0
"""How long one window waits for the other, which may be opening still on a busy machine."""

_RAISE, _DONE = b"raise\n", b"done\n"


class Instance:
    """The right to be the window; `release` gives it back. Made by `claim`."""

    def __init__(self, lock: int | None, listener: socket.socket | None, path: Path) -> None:
        self._lock = lock
        self._listener = listener
        self._path = path
        self._callback: Callable[[], None] | None = None
        self._asked = False
        self._news = threading.Lock()
        self._stage: Stage[socket.socket] = Stage("instance", self._listen, self._failed)
        if listener is not None:
            self._stage.start()
            self._stage.post(listener)

    def on_raise(self, callback: Callable[[], None]) -> None:
        """Calls, on a thread of its own, whenever another start asks the window to show itself.

        A start that has asked before is answered at once.
        """
        with self._news:
            self._callback = callback
            asked, self._asked = self._asked, False
        if asked:
            callback()

    def release(self) -> None:
        """Lets another window be the one; may be called again."""
        if self._listener is not None:
            self._path.unlink(missing_ok=True)
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
            self._stage.stop()
            self._listener.close()
            self._listener = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _listen(self, listener: socket.socket) -> None:
        """Answers one start, and then the next."""
        try:
            connection, _ = listener.accept()
        except OSError:  # released
            return
        try:
            with connection:
                self._answer(connection)
        finally:
            self._stage.post(listener)

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(ANSWER_S)
        try:
            if connection.recv(len(_RAISE)) != _RAISE:
                return
            connection.sendall(_DONE)
        except OSError:  # it has gone away, or has nothing to say
            return
        with self._news:
            callback = self._callback
            self._asked = callback is None
        if callback is not None:
            callback()

    def _failed(self, error: Exception) -> None:
        log.warning("the window could not be raised: %s", error)


def claim(folders: UserFolders) -> Instance | None:
    """The right to be the window with these folders; None where another has it already.

    Where nothing may be written there is nothing to hold, and every window has the right.
    """
    path = _socket_path(folders)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _one_at_a_time(path.with_suffix(".starting")):
            lock = _locked(path.with_suffix(".lock"))
            if lock is None:
                return None
            try:
                return Instance(lock, _listener(path), path)
            except OSError:
                os.close(lock)
                raise
    except OSError as error:
        log.warning("one window at a time cannot be seen to: %s", error)
        return Instance(None, None, path)


def raise_other(folders: UserFolders) -> bool:
    """Asks the window that has the right to come to the front; False where it does not answer."""
    path = _socket_path(folders)
    try:
        with socket.socket(socket.AF_UNIX) as connection, _short(path) as name:
            connection.settimeout(ANSWER_S)
            connection.connect(name)
            connection.sendall(_RAISE)
            return connection.recv(len(_DONE)) == _DONE
    except OSError:
        return False


def _socket_path(folders: UserFolders) -> Path:
    """In the user's run-time folder where there is one, else beside the data."""
    data = Path(os.path.realpath(folders.data))
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.access(runtime, os.W_OK | os.X_OK):
        key = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
        return Path(runtime) / f"rotom-{key}.socket"
    return data / "window.socket"


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Holds others up who claim at the same moment: who finds the lock taken finds a listener."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _locked(path: Path) -> int | None:
    """A descriptor that holds the lock as long as it is open; None where another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _listener(path: Path) -> socket.socket:
    """A socket that listens; one that a killed window left behind is replaced."""
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    try:
        with _short(path) as name:
            listener.bind(name)
        path.chmod(0o600)
        listener.listen(4)
    except OSError:
        listener.close()
        raise
    return listener


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """A name of the socket that fits into the 108 bytes of unix(7), however deep its folder is."""
    descriptor = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{descriptor}/{path.name}"
    finally:
        os.close(descriptor)
