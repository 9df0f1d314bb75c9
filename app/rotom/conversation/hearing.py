"""Which frames of an open microphone are the user's speech."""

from rotom.conversation.events import MicrophoneLevel
from rotom.conversation.recordings import FULL_SCALE_DB, level_of
from rotom.domain.engines import SpeechToText, VoiceActivity
from rotom.domain.noise_floor import NoiseFloor
from rotom.domain.speech import Language, Samples
from rotom.domain.stopping import asks_to_stop

PRE_ROLL_FRAMES = 25
"""800 ms before speech was noticed: the first syllable is in them."""

ECHO_TAIL_FRAMES = 10
"""320 ms after Rotom's own voice in which a room still sounds."""

MARGIN_DB = 6.0
"""How much louder than the room a voice has to begin."""


class Hearing:
    """Voice activity that knows the room. Without an engine every frame is speech."""

    def __init__(self, vad: VoiceActivity | None = None) -> None:
        self.vad = vad
        self.floor = NoiseFloor(MARGIN_DB)
        self._deaf_frames = 0

    def reset(self) -> None:
        """The next frame is the first of a newly opened microphone."""
        if self.vad is not None:
            self.vad.reset()

    def take(self, frame: Samples, in_utterance: bool) -> MicrophoneLevel:
        """How loud the frame is and whether it is speech; that begins only with what stands out."""
        level = level_of(frame)
        if self.vad is None:
            return MicrophoneLevel(level, speech=1.0)
        probability = self.vad.probability(frame)
        stands_out = self.floor.stands_out(FULL_SCALE_DB * (level - 1), probability)
        return MicrophoneLevel(
            level,
            floor=1 + self.floor.level_db / FULL_SCALE_DB,
            speech=probability if stands_out or in_utterance else 0.0,
        )

    def is_echo(self, sounding: bool) -> bool:
        """Whether the frame may be Rotom's own voice, `sounding` or still in the room."""
        self._deaf_frames = ECHO_TAIL_FRAMES if sounding else max(0, self._deaf_frames - 1)
        return self._deaf_frames > 0


def says_stop(ears: SpeechToText, samples: Samples, language: Language) -> bool:
    """Whether a sound too short for an utterance is one of the words that always stop."""
    ears.start(language)
    ears.feed(samples)
    return asks_to_stop(ears.finish().text)
