"""Decides when somebody speaks to Rotom: push-to-talk, hands-free, or a sound file."""

import time
from collections.abc import Callable
from functools import partial

from rotom.conversation.attention import Attention
from rotom.conversation.events import Event, Guarded, Problem, TalkEnded
from rotom.conversation.following import Following
from rotom.conversation.hearing import Hearing
from rotom.conversation.manner import Guard, ListeningManner
from rotom.conversation.presence import Presence
from rotom.conversation.recordings import MEANT_MS, spoken_part
from rotom.conversation.speaking import Speaking
from rotom.conversation.thinking import Thinking
from rotom.conversation.trial import Trial
from rotom.conversation.turn import Turn
from rotom.conversation.waking import LoadSpotter, Waking
from rotom.domain.endpointing import FRAME_MS, Boundary, Endpointer
from rotom.domain.engines import EchoCanceller, EngineError, Microphone, VoiceActivity
from rotom.domain.speech import FRAME_SAMPLES, Samples
from rotom.stage import Stage

INBOX_FRAMES = 300
"""About ten seconds of sound may wait; beyond that frames are lost."""


class Listening:
    """The listening stage. Its public methods may be called from any thread."""

    def __init__(
        self,
        load_vad: Callable[[], VoiceActivity] | None,
        load_canceller: Callable[[], EchoCanceller] | None,
        load_spotter: LoadSpotter | None,
        microphone: Microphone,
        open_turn: Callable[[], Turn],
        interrupt: Callable[[], None],
        thinking: Thinking,
        speaking: Speaking,
        presence: Presence,
        emit: Callable[[Event], None],
        on_error: Callable[[Exception], None],
        manner: ListeningManner,
    ) -> None:
        self._load_vad = load_vad
        self._load_canceller = load_canceller
        self._open_turn = open_turn
        self._thinking = thinking
        self._speaking = speaking
        self._presence = presence
        self._emit = emit
        self._manner = manner
        self._hearing = Hearing()
        self._following = Following(open_turn, interrupt, thinking, speaking, presence, manner)
        self._waking = Waking(load_spotter, presence, emit)
        self._muted = False
        self._held: Turn | None = None
        self._trial: Trial | None = None
        self._voiced_ms = 0.0
        self._tapped: Endpointer | None = None
        self._stage: Stage[Callable[[], None]] = Stage(
            "listening", lambda work: work(), on_error, self._set_up, self._close
        )
        self._microphone = Attention(microphone, self._deliver, self._lost, emit)

    def start(self) -> None:
        self._stage.start()

    def stop(self) -> None:
        self._stage.stop()

    def press(self, tapped: bool = False) -> None:
        """Push-to-talk goes down: the microphone opens, whatever the mode.

        What is `tapped` ends by itself too, once the user has spoken and is silent.
        """
        self._stage.post(partial(self._press, tapped))

    def release(self) -> None:
        self._stage.post(self._release)

    def let_go(self) -> None:
        """What is held ends unheard."""
        self._stage.post(self._let_go)

    def mute(self, muted: bool) -> None:
        """Closes the microphone and keeps it closed, or lets it be opened again."""
        self._stage.post(partial(self._mute, muted))

    def use(self, manner: ListeningManner) -> None:
        self._stage.post(partial(self._use, manner))

    def think_ahead(self, allowed: bool) -> None:
        """Whether the machine has the power for work that may be in vain."""
        self._stage.post(partial(setattr, self._following, "may_think_ahead", allowed))

    def use_microphone(self, microphone: Microphone) -> None:
        self._stage.post(partial(self._use_microphone, microphone))

    def hear(self, turn: Turn, samples: Samples) -> None:
        """Takes a whole recording at 16 kHz as what the user said in `turn`, and commits it."""
        self._stage.post(partial(self._hear, turn, samples))

    def try_out(self, trial: Trial) -> None:
        """Opens the microphone for a trial; nothing that is said meanwhile is answered."""
        self._stage.post(partial(self._try_out, trial))

    def _set_up(self) -> None:
        try:
            self._hearing = Hearing(
                self._load_vad() if self._load_vad is not None else None,
                self._load_canceller() if self._load_canceller is not None else None,
            )
        except EngineError as error:
            self._emit(Problem(str(error)))
        if (canceller := self._hearing.canceller) is not None:
            self._speaking.overheard_by(canceller.played)
        self._use(self._manner)
        if self._load_vad is not None:  # else nobody is listened to
            self._microphone.prepare()

    def _use(self, manner: ListeningManner) -> None:
        self._manner = manner
        self._following.use(manner)
        self._waking.use(manner)
        deaf = manner.listens_through and self._hearing.canceller is None
        self._emit(Guarded(Guard.DEAF if deaf else manner.guard))
        self._open_or_close()

    def _use_microphone(self, microphone: Microphone) -> None:
        self._microphone.use(microphone)
        self._open_or_close()

    def _mute(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self._let_go()
        self._open_or_close()

    def _let_go(self) -> None:
        turn, self._held = self._held, None
        if turn is not None:
            turn.cancel()
            self._presence.note("listening", False)
            self._open_or_close()

    def _open_or_close(self) -> None:
        used = self._manner.hands_free or self._held is not None or self._trial is not None
        wanted = used and not self._muted
        if wanted and not self._microphone.is_open:
            self._open()
        elif not wanted:
            self._close()
        if not wanted:
            self._following.forget()

    def _open(self) -> None:
        try:
            self._microphone.open(self._stage)
        except EngineError as error:
            self._emit(Problem(str(error)))
            if self._held is not None:
                self._held.cancel(str(error))
                self._held = None
            self._end_trial()
            self._wait_for_microphone()
        else:
            self._opened()

    def _opened(self) -> None:
        self._hearing.reset()
        self._following.pass_over()

    def _wait_for_microphone(self) -> None:
        """Hands-free goes on by itself once there is a microphone again."""
        if self._manner.hands_free and not self._muted:
            self._microphone.try_again(self._stage, self._opened)

    def _close(self) -> None:
        self._microphone.close()
        self._presence.note("listening", False)

    def _deliver(self, frame: Samples) -> None:
        """On the audio thread: offers and returns."""
        played = self._hearing.played_so_far()
        self._stage.offer(partial(self._frame, frame, played, time.monotonic()), INBOX_FRAMES)

    def _lost(self, why: str) -> None:
        self._emit(Problem(why))
        self._end_trial()
        if self._held is not None:
            self._release()
        else:
            self._following.end()
        if not self._microphone.is_open:
            self._wait_for_microphone()

    def _press(self, tapped: bool) -> None:
        if self._held is not None or self._is_muted():
            return
        self._following.forget()
        self._voiced_ms = 0.0
        self._tapped = Endpointer(self._manner.patience) if tapped else None
        self._held = self._open_turn()
        self._open_or_close()
        if self._held is not None:
            self._thinking.begin(self._held, self._manner.language)
            self._presence.note("listening", True)

    def _is_muted(self) -> bool:
        if self._muted:
            self._emit(Problem("The microphone is muted. Press mute again to let Rotom hear you."))
        return self._muted

    def _try_out(self, trial: Trial) -> None:
        if self._trial is not None or self._held is not None or self._is_muted():
            trial.end()
            return
        self._following.forget()
        self._trial = trial
        self._open_or_close()

    def _end_trial(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.end()

    def _release(self, silent_s: float = 0.0) -> None:
        turn, self._held = self._held, None
        if turn is None:
            return
        turn.speech_ended(time.monotonic() - silent_s)
        if self._hearing.vad is not None and self._voiced_ms < MEANT_MS:
            why = self._microphone.why_unheard
            turn.cancel(why)
            self._emit(Problem(why))
        else:
            turn.commit()
            self._thinking.finish(turn)
        self._presence.note("listening", False)
        self._open_or_close()

    def _frame(self, frame: Samples, played: float, came_s: float) -> None:
        if not self._microphone.is_open:
            return
        self._microphone.note(frame)
        clean, heard = self._hearing.take(
            frame,
            self._following.in_utterance or self._waking.in_utterance,
            played if self._listens_through else None,
            held=self._held is not None,
        )
        self._waking.let_time_pass(self._following.in_utterance or self._held is not None)
        if self._held is not None:
            self._voiced_ms += FRAME_MS if heard.speech >= 0.5 else 0.0
            self._thinking.sound(self._held, clean)
            if self._tapped is not None and self._tapped.feed(heard.speech) is Boundary.ENDED:
                self._release(self._tapped.silence_ms / 1000)
                self._emit(TalkEnded())
        elif self._trial is not None:
            if self._trial.take(frame):
                self._end_trial()
                self._open_or_close()
        elif not self._hears_itself():
            self._follow(clean, heard.speech, came_s)
        self._emit(heard)

    def _follow(self, frame: Samples, speech: float, came_s: float) -> None:
        if self._waking.is_asleep:
            self._following.pass_over()
        for let_through in self._waking.let_through(frame, speech):
            self._following.follow(*let_through, came_s)

    @property
    def _listens_through(self) -> bool:
        """Whether its voice is taken out of what the microphone hears."""
        return self._manner.listens_through and self._hearing.canceller is not None

    def _hears_itself(self) -> bool:
        """Where its voice cannot be taken out, the microphone would take it for the user's."""
        if self._manner.headphones or self._listens_through:
            return False
        if sounding := self._speaking.is_sounding:
            self._following.pass_over()
        return self._hearing.is_echo(sounding)

    def _hear(self, turn: Turn, samples: Samples) -> None:
        spoken = spoken_part(samples, vad) if (vad := self._hearing.vad) else samples
        if len(spoken) == 0:
            turn.commit()
            turn.cancel("There is no speech in this sound.")
            return
        self._thinking.begin(turn, self._manner.language)
        for start in range(0, len(spoken), FRAME_SAMPLES * 4):
            self._thinking.sound(turn, spoken[start : start + FRAME_SAMPLES * 4])
        self._thinking.finish(turn, clock_starts_now=True)
        turn.commit()
