"""The view-model of a server that thinks: its key, its models, a try, and the way back home."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.domain.engines import EngineError
from rotom.domain.servers import checked_address, host_of
from rotom.domain.settings import SettingError
from rotom.domain.wording import worded

Do = Callable[[Callable[[], str]], None]


class ServerDesk(QObject):
    """Asks the server of the settings on another thread, and never shows a key."""

    changed = Signal()
    settled = Signal()
    """A setting was changed."""
    _found = Signal(str, list)

    def __init__(self, app: App, do: Do, tell: Callable[[str], None]) -> None:
        """`do` has work done elsewhere and tells its sentence; `tell` says what went wrong here."""
        super().__init__()
        self._app = app
        self._do = do
        self._tell = tell
        self._asked = ""
        self._names: list[str] = []
        self._found.connect(self._take)

    def close(self) -> None:
        """Lets go of the window, which has to end on its own thread and not on a collector's."""
        self._do = lambda _work: None
        self._tell = lambda _text: None

    models = Property(list, lambda self: self._models(), notify=changed)
    """What the server said it has, once it was asked; of another server it is nothing."""
    model = Property(str, lambda self: self._app.settings.server_model, notify=changed)
    """The one that is used; '' for the server's first."""

    @Slot()
    def listModels(self) -> None:
        """Asks for the models; no word of the user goes there."""
        self._do(self._listed)

    @Slot(str)
    def useModel(self, name: str) -> None:
        self._change({"server_model": name})

    @Slot(str)
    def useServer(self, address: str) -> None:
        """Takes the address; words go there only once that was agreed to."""
        try:
            address = checked_address(address)
        except EngineError as error:
            self._tell(str(error))
            return
        self._change({"server": address, "server_model": ""})

    @Slot()
    def agree(self) -> None:
        """Lets the user's words go to the server of the settings."""
        self._change({"server_agreed": self._app.settings.server})

    @Slot()
    def thinkHere(self) -> None:
        self._change({"server": "", "server_agreed": ""})

    @Slot()
    def test(self) -> None:
        """Asks the server of the settings for one word, and tells how long that took."""
        self._do(self._tested)

    @Slot(str)
    def keepKey(self, key: str) -> None:
        """Puts the key into the keyring, or forgets it where it is empty, and uses it at once."""
        self._do(lambda: self._kept(key.strip()))

    def _kept(self, key: str) -> str:
        from rotom.system.keys import keep_key

        address = checked_address(self._app.settings.server)
        keep_key(address, key)
        self._app.renew_brain()
        host = host_of(address)
        return (
            worded("The key of {host} is in the keyring.", host=host)
            if key
            else worded("{host} has no key any more.", host=host)
        )

    def _tested(self) -> str:
        from rotom.engines.openai_api import ServerBrain
        from rotom.system.keys import key_for

        settings = self._app.settings
        address = checked_address(settings.server)
        probe = ServerBrain(address, settings.server_model, key_for(address)).probe()
        return worded(
            "{model} said its first word after {ms:.0f} ms.",
            model=probe.model,
            ms=1000 * probe.seconds,
        )

    def _listed(self) -> str:
        from rotom.engines.openai_api import ServerBrain
        from rotom.system.keys import key_for

        server = self._app.settings.server
        address = checked_address(server)
        names = ServerBrain(address, "", key_for(address)).models()
        self._found.emit(server, list(names))
        return ""

    def _take(self, server: str, names: list[str]) -> None:
        self._asked, self._names = server, names
        self.changed.emit()

    def _models(self) -> list[str]:
        return self._names if self._asked == self._app.settings.server else []

    def _change(self, values: dict[str, object]) -> None:
        try:
            self._app.change(values)
        except (EngineError, SettingError) as error:
            self._tell(str(error))
        self.changed.emit()
        self.settled.emit()
