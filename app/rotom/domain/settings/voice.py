"""How Rotom sounds, and through what."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Voice:
    voice: str = setting("rotom-en", "Voice", "The voice that Rotom speaks English with.")
    korean_voice: str = setting(
        "",
        "Korean voice",
        "A voice of Models for Korean; empty: the robot (eSpeak NG).",
        longest=1000,
    )
    speak_replies: bool = setting(True, "Speak aloud", "Off: replies are only shown.")
    volume: float = setting(0.8, "Volume", "How loud Rotom is.", low=0.0, high=1.0)
    speed: float = setting(1.0, "Speed", "How fast Rotom speaks.", low=0.5, high=2.0, unit="%1 x")
    pitch: float = setting(
        2.0, "Pitch", "How high Rotom's voice is.", low=-12.0, high=12.0, unit="%1 semitones"
    )
    ghostliness: float = setting(
        0.3, "Ghostliness", "How electric the voice sounds.", low=0.0, high=1.0
    )
    expressiveness: float = setting(
        1.0,
        "Expressiveness",
        "How much of the mood is heard in the voice; 0: even and calm.",
        low=0.0,
        high=2.0,
    )
    loudspeaker: str = setting("", "Loudspeaker", "The one that Rotom speaks through.")
