"""Which frames of an open microphone are the user's speech."""

from rotom.conversation.events import MicrophoneLevel
from rotom.conversation.recordings import FULL_SCALE_DB, level_of
from rotom.domain.engines import EchoCanceller, SpeechToText, VoiceActivity
from rotom.domain.noise_floor import NoiseFloor
from rotom.domain.speech import Cleaned, Language, Samples
from rotom.domain.stopping import asks_to_stop

PRE_ROLL_FRAMES = 25
"""800 ms before speech was noticed: the first syllable is in them."""

ECHO_TAIL_FRAMES = 10
"""320 ms after Rotom's own voice in which a room still sounds."""

OTHERS = 0.5
"""The share of a frame that has to be somebody else's, while Rotom speaks, to be speech."""

RESTS_AFTER_FRAMES = 31
"""A second in which nothing stood out of the room."""

MARGIN_DB = 6.0
"""How much louder than the room a voice has to begin."""


class Hearing:
    """Voice activity that knows the room. Without an engine every frame is speech."""

    def __init__(
        self, vad: VoiceActivity | None = None, canceller: EchoCanceller | None = None
    ) -> None:
        self.vad = vad
        self.canceller = canceller
        self.floor = NoiseFloor(MARGIN_DB)
        self._deaf_frames = 0
        self._quiet_frames = 0
        self._unheard: Samples | None = None

    def reset(self) -> None:
        """The next frame is the first of a newly opened microphone."""
        self._quiet_frames, self._unheard = 0, None
        if self.vad is not None:
            self.vad.reset()
        if self.canceller is not None:
            self.canceller.reset()

    def played_so_far(self) -> float:
        """How much of Rotom's voice was handed on; on the microphone's audio thread."""
        return self.canceller.played_so_far() if self.canceller is not None else 0.0

    def take(
        self, frame: Samples, in_utterance: bool, played: float | None = None, held: bool = False
    ) -> tuple[Samples, MicrophoneLevel]:
        """The frame without Rotom's voice, how loud it is, and whether it is speech.

        Speech begins only with what stands out; with the talk button `held` it is never Rotom's.
        `played` is `played_so_far` when the frame came; None leaves Rotom's voice in it.
        """
        clean = Cleaned(frame)
        if self.canceller is not None and played is not None:
            clean = self.canceller.cleaned(frame, played)
        is_own = clean.others < OTHERS and not held
        return clean.samples, self._level(clean.samples, in_utterance or held, is_own)

    def _level(self, frame: Samples, in_utterance: bool, is_own: bool) -> MicrophoneLevel:
        level = level_of(frame)
        if self.vad is None:
            return MicrophoneLevel(level, speech=1.0)
        level_db = FULL_SCALE_DB * (level - 1)
        may_be_speech = in_utterance or self.floor.is_exceeded(level_db)
        probability = self._probability(self.vad, frame, may_be_speech)
        stands_out = self.floor.stands_out(level_db, probability)
        is_speech = (stands_out or in_utterance) and not is_own
        return MicrophoneLevel(
            level,
            floor=1 + self.floor.level_db / FULL_SCALE_DB,
            stands_out=1 + (self.floor.level_db + MARGIN_DB) / FULL_SCALE_DB,
            speech=probability if is_speech else 0.0,
        )

    def _probability(self, vad: VoiceActivity, frame: Samples, may_be_speech: bool) -> float:
        """Once it was quiet for a second the engine rests; it hears the last frame before it goes
        on, so that it knows what came before."""
        self._quiet_frames = 0 if may_be_speech else self._quiet_frames + 1
        if self._quiet_frames > RESTS_AFTER_FRAMES:
            self._unheard = frame
            return 0.0
        if self._unheard is not None:
            vad.probability(self._unheard)
            self._unheard = None
        return vad.probability(frame)

    def is_echo(self, sounding: bool) -> bool:
        """Whether the frame may be Rotom's own voice, `sounding` or still in the room."""
        self._deaf_frames = ECHO_TAIL_FRAMES if sounding else max(0, self._deaf_frames - 1)
        return self._deaf_frames > 0


def says_stop(ears: SpeechToText, samples: Samples, language: Language) -> bool:
    """Whether a sound too short for an utterance is one of the words that always stop."""
    ears.start(language)
    ears.feed(samples)
    return asks_to_stop(ears.finish().text)
