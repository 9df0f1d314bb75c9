"""The view-model of the microphone test: it records, plays back, and says what was understood."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from rotom.app import App
from rotom.conversation.events import TrialRecorded, TrialUnderstood
from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.ui.tongue import shown

TOO_QUIET = 0.35
"""The level (-39 dBFS) below which a voice is hard to understand."""

ASKED = worded("Say something: three seconds are recorded.")
RECORDING = worded("Recording… say something!")
SILENT = worded("No sound came from the microphone. Choose another one, or unmute it.")
QUIET = worded("That was very quiet. Go closer, or turn the microphone up.")
BACK = worded("This is what the microphone heard.")


class Trial(QObject):
    changed = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._recording = False
        self._said: str = ASKED
        self._understood = ""

    recording = Property(bool, lambda self: self._recording, notify=changed)
    said = Property(str, lambda self: shown(self._said), notify=changed)
    """What to do now, or how it went."""
    understood = Property(str, lambda self: shown(self._understood), notify=changed)
    """What the ears made of it; '' while that is not known."""

    @Slot()
    def begin(self) -> None:
        if not self._recording:
            self._recording, self._said, self._understood = True, RECORDING, ""
            self.changed.emit()
            self._app.session.try_microphone(Language(self._app.settings.language))

    def take(self, event: object) -> None:
        """An event of the session, on the main thread."""
        match event:
            case TrialRecorded(None):
                self._recording, self._said = False, SILENT
            case TrialRecorded(loudest):
                self._recording = False
                self._said = BACK if loudest is not None and loudest >= TOO_QUIET else QUIET
            case TrialUnderstood(text, why):
                if why:
                    self._understood = why
                elif text:
                    self._understood = worded("I understood: “{text}”", text=text)
                else:
                    self._understood = worded("I understood no words.")
            case _:
                return
        self.changed.emit()
