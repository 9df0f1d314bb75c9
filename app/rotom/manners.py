"""The settings as manners: how the user wants to be spoken to, and listened to."""

from rotom.conversation.manner import ListeningManner
from rotom.conversation.speaking import SpeakingManner
from rotom.domain.character import Prosody
from rotom.domain.endpointing import Patience
from rotom.domain.settings import Settings
from rotom.domain.settings.listening import EchoBy
from rotom.domain.speech import Language
from rotom.system.sound_server import Sound

SPEAKING = (
    "speak_replies",
    "language",
    "volume",
    "speed",
    "pitch",
    "ghostliness",
    "expressiveness",
)
LISTENING = (
    *("hands_free", "headphones", "speculate", "language", "end_of_turn_ms"),
    *("echo", "sureness", "shortest_speech_ms", "wake_by_name", "awake_s"),
)
"""The settings that make the manner of speaking and of listening."""


def speaking_manner(settings: Settings) -> SpeakingManner:
    return SpeakingManner(
        aloud=settings.speak_replies,
        volume=settings.volume,
        language=Language(settings.language),
        prosody=Prosody(
            speed=settings.speed,
            pitch_semitones=settings.pitch,
            ghostliness=settings.ghostliness,
            liveliness=settings.expressiveness,
        ),
    )


WITHOUT_SERVER = Sound()


def listening_manner(
    settings: Settings, sound: Sound = WITHOUT_SERVER, name: str = ""
) -> ListeningManner:
    """`name` is the one of the persona."""
    return ListeningManner(
        hands_free=settings.hands_free,
        headphones=settings.headphones or sound.on_ears,
        talk_over=settings.echo != EchoBy.NOBODY,
        server_cancels=sound.cancels,
        name=name if settings.wake_by_name else "",
        stay_awake_ms=1000.0 * settings.awake_s,
        speculate=settings.speculate,
        language=Language(settings.language),
        patience=Patience(
            speech_above=settings.sureness,
            silence_below=0.7 * settings.sureness,
            confirm_ms=float(settings.shortest_speech_ms),
            end_ms=float(settings.end_of_turn_ms),
        ),
    )
