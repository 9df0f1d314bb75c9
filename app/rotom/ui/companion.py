"""The view-model of the companion page: the body, its captions and the talk button."""

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Property, QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from rotom.app import App
from rotom.conversation.events import (
    MicrophoneLevel,
    MoodChanged,
    SentenceEnded,
    SentenceStarted,
    TalkEnded,
    TurnEnded,
)
from rotom.domain.character import EMOTION_WORDS, Emotion
from rotom.domain.engines import EngineError
from rotom.domain.quick_replies import quick_replies, written
from rotom.domain.speech import Language, MouthMove
from rotom.storage.conversations import Conversations
from rotom.ui.captions import Caption, caption_of, styled
from rotom.ui.mouth import mouth_at
from rotom.ui.observed import shows
from rotom.ui.presence import Shown, after, bond_after, dozed, woken
from rotom.ui.tongue import shown

MOUTH_STEP_MS = 20
DOZE_AFTER_MS = 120_000
"""How long nothing happens before Rotom dozes off."""

WAKING_LEVEL = 0.5
"""How loud the microphone is, 0 to 1 (-30 dBFS), when it wakes Rotom."""


STICK_REST = 0.25
"""How far the stick may be off its middle and point nowhere."""


class Companion(QObject):
    """Shows what the session tells, and passes on talk, stop and mute."""

    changed = Signal()
    level_changed = Signal()
    mouth_changed = Signal()
    stick_moved = Signal()
    bond_grew = Signal()
    word_changed = Signal()

    def __init__(self, app: App, doze_after_ms: int = DOZE_AFTER_MS) -> None:
        super().__init__()
        self.shown = Shown(state=app.session.state.value)
        self._app = app
        self._level = 0.0
        self._hearing = MicrophoneLevel(0.0)
        self._talking = False
        self._muted = False
        self._moves: Sequence[MouthMove] = ()
        self._stick = (0.0, 0.0)
        self._bond = 0.0
        self._mouth = (0.0, "")
        self._caption = Caption()
        self._word = (0, 0)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=MOUTH_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._say_on)
        self.changed.connect(self.word_changed)
        self._quiet = QTimer(self, interval=doze_after_ms, singleShot=True)
        self._quiet.timeout.connect(self._doze)
        self._quiet.start()
        self._know_better()

    agentState = shows(str, "state", changed)
    stateWords = shows(str, "state_words", changed)
    emotion = shows(str, "emotion", changed)
    emotionWords = Property(
        str, lambda self: shown(EMOTION_WORDS[Emotion(self.shown.emotion)]), notify=changed
    )
    intensity = shows(float, "intensity", changed)
    mood = shows(str, "mood", changed)
    microphoneOpen = shows(bool, "microphone_open", changed)
    waitsFor = shows(str, "waits_for", changed)
    """The name without which nothing is listened to; empty where all is."""
    heard = shows(str, "heard", changed)
    heardTurn = shows(str, "heard_turn", changed)
    caption = shows(str, "caption", changed)
    captionParts = Property(list, lambda self: self._parts(), notify=word_changed)
    """What is said before, within and after the word that sounds now, as StyledText."""
    busy = shows(bool, "busy", changed)
    engines = Property(str, lambda self: "\n".join(map(shown, self.shown.engines)), notify=changed)
    level = Property(float, lambda self: self._level, notify=level_changed)
    standsOut = Property(float, lambda self: self._hearing.stands_out, notify=level_changed)
    """The level from which a voice stands out of the room."""
    speech = Property(float, lambda self: self._hearing.speech, notify=level_changed)
    guardWords = shows(str, "guard_words", changed)
    mouth = Property(float, lambda self: self._mouth[0], notify=mouth_changed)
    mouthShape = Property(str, lambda self: self._mouth[1], notify=mouth_changed)
    stickX = Property(float, lambda self: self._stick[0], notify=stick_moved)
    stickY = Property(float, lambda self: self._stick[1], notify=stick_moved)
    bond = Property(float, lambda self: self._bond, notify=bond_grew)
    talking = Property(bool, lambda self: self._talking, notify=changed)
    microphoneMuted = Property(bool, lambda self: self._muted, notify=changed)
    name = Property(str, lambda self: self._app.persona.name, notify=changed)
    greeting = Property(str, lambda self: self._greeting, notify=changed)
    starterNote = Property(str, lambda self: shown(self._app.starter_note), notify=changed)
    handsFree = Property(bool, lambda self: self._app.settings.hands_free, notify=changed)
    tapToTalk = Property(bool, lambda self: self._app.settings.tap_to_talk, notify=changed)
    loudspeakerMuted = Property(
        bool, lambda self: not self._app.settings.speak_replies, notify=changed
    )
    quickReplies = Property(
        list,
        lambda self: quick_replies(
            self._app.settings.quick_replies, Language(self._app.settings.language)
        ),
        notify=changed,
    )
    form = Property(
        str, lambda self: self._app.persona.form or self._app.settings.form, notify=changed
    )
    reducedMotion = Property(bool, lambda self: self._app.settings.reduced_motion, notify=changed)

    def close(self) -> None:
        """Ends its timers, which belong to the main thread."""
        self._timer.stop()
        self._quiet.stop()

    def take(self, event: object) -> None:
        """An event of the session, on the main thread."""
        match event:
            case MicrophoneLevel(level):
                self._level, self._hearing = level, event
                if level > WAKING_LEVEL:
                    self.stir()
                self.level_changed.emit()
                return
            case SentenceStarted():
                self._begin_to_say(event)
            case SentenceEnded() | TurnEnded():
                self._say_no_more()
            case TalkEnded():
                self._talking = False
                self.changed.emit()
        if isinstance(event, TurnEnded):
            self._know_better()
        if not isinstance(event, MoodChanged):  # a mood drifts while nothing happens
            self.stir()
        shown = after(self.shown, event)
        if shown != self.shown:
            self.shown = shown
            if not shown.microphone_open and self._level:
                self._level, self._hearing = 0.0, MicrophoneLevel(0.0)
                self.level_changed.emit()
            self.changed.emit()

    def refresh(self) -> None:
        """A setting or the persona has changed."""
        self.changed.emit()

    def forget(self) -> None:
        """Another persona is here: what the last one said is taken away."""
        self._know_better()
        self.shown = replace(self.shown, heard="", heard_turn="", caption="")
        self.changed.emit()

    @Slot()
    def stir(self) -> None:
        """Somebody is here: Rotom stays awake, or wakes up."""
        self._quiet.start()
        self._show(woken(self.shown))

    @Slot(float, float)
    def follow(self, x: float, y: float) -> None:
        """The eyes go where the stick points, each -1 to 1; in the middle it points nowhere."""
        stick = (x, y) if math.hypot(x, y) > STICK_REST else (0.0, 0.0)
        if stick != self._stick:
            self._stick = stick
            self.stir()
            self.stick_moved.emit()

    @Slot()
    def pressTalk(self) -> None:
        """The talk key goes down; with tap-to-talk the next press ends what this one began."""
        if self._talking and self._app.settings.tap_to_talk:
            self.endTalk()
        elif not self._talking:
            self._begin_talk(self._app.settings.tap_to_talk)

    @Slot()
    def toggleTalk(self) -> None:
        """One press begins and the next ends it; hands-free there is only a reply to stop."""
        if self._talking:
            self.endTalk()
        elif self._app.settings.hands_free:
            self.stop()
        else:
            self._begin_talk(tapped=True)

    @Slot()
    def releaseTalk(self) -> None:
        """The talk key goes up."""
        if not self._app.settings.tap_to_talk:
            self.endTalk()

    @Slot()
    def endTalk(self) -> None:
        """Ends talking, whatever it began with."""
        if self._talking:
            self._talking = False
            self._app.session.release_talk()
            self.changed.emit()

    @Slot(list, result=str)
    def written(self, replies: list[str]) -> str:
        """Quick replies as their setting keeps them: '' for those that are there unasked."""
        unasked = quick_replies("", Language(self._app.settings.language))
        return "" if written(replies) == written(unasked) else written(replies)

    @Slot()
    def stop(self) -> None:
        self._app.session.interrupt()

    @Slot()
    def toggleMicrophone(self) -> None:
        self._muted = not self._muted
        self._app.session.mute_microphone(self._muted)
        self.changed.emit()

    def _know_better(self) -> None:
        with suppress(EngineError):  # told by whoever writes to it
            self._bond = bond_after(
                Conversations(self._app.history, self._app.persona.id).exchanged
            )
            self.bond_grew.emit()

    def _begin_talk(self, tapped: bool) -> None:
        self.stir()
        self._talking = True
        self._app.session.press_talk(tapped)
        self.changed.emit()

    def _doze(self) -> None:
        self._show(dozed(self.shown))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def _parts(self) -> list[str]:
        """Before anything was said, the persona greets."""
        if self.shown.caption:
            return self._caption.parts(self._word)
        return [styled(self._greeting), "", ""]

    @property
    def _greeting(self) -> str:
        return "" if self.shown.heard or self.shown.caption else self._app.persona.greeting

    def _begin_to_say(self, event: SentenceStarted) -> None:
        self._moves = event.mouth
        self._caption = caption_of(event)
        self._mark(self._caption.word(0.0), anew=True)
        self._clock.start()
        if event.seconds > 0:
            self._timer.start()

    def _say_on(self) -> None:
        at_s = self._clock.elapsed() / 1000
        self._mark(self._caption.word(at_s))
        self._move_mouth(mouth_at(self._moves, at_s))

    def _say_no_more(self) -> None:
        self._timer.stop()
        self._moves = ()
        self._mark((0, 0))
        self._move_mouth((0.0, ""))

    def _mark(self, word: tuple[int, int], anew: bool = False) -> None:
        if anew or word != self._word:
            self._word = word
            self.word_changed.emit()

    def _move_mouth(self, mouth: tuple[float, str]) -> None:
        if mouth != self._mouth:
            self._mouth = mouth
            self.mouth_changed.emit()
