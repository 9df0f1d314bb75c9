"""Follows the sound server: what keeps Rotom from hearing itself changes while it runs."""

from collections.abc import Callable

from rotom.conversation.session import Engines, Session
from rotom.domain.settings import Settings
from rotom.domain.settings.listening import EchoBy
from rotom.manners import WITHOUT_SERVER, listening_manner
from rotom.system.sound_server import Sound, SoundServer


class Guarding:
    """How the session listens, by the settings and by what the sound server says once it is asked.

    The server tells on a thread of its own; the other methods are called on the main one.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        name: Callable[[], str],
        session: Session,
        engines: Callable[[], Engines],
    ) -> None:
        self._settings = settings
        self._name = name
        self._session = session
        self._engines = engines
        self._sound = WITHOUT_SERVER
        self._server: SoundServer | None = None

    def start(self) -> None:
        """From now on headphones are noticed, and the server's echo cancellation is used."""
        self._server = SoundServer(self._tell, EchoBy(self._settings().echo))
        self._server.start()

    def listen(self) -> None:
        """The settings of listening or the name have changed."""
        self._use(self._sound)
        if self._server is not None:
            self._server.use(EchoBy(self._settings().echo))

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()

    def _tell(self, sound: Sound) -> None:
        before, self._sound = self._sound, sound
        if sound.cancels != before.cancels:
            engines = self._engines()
            self._session.listening.use_microphone(engines.microphone)
            self._session.speaking.use_loudspeaker(engines.loudspeaker)
        self._use(sound)

    def _use(self, sound: Sound) -> None:
        self._session.listening.use(listening_manner(self._settings(), sound, self._name()))
