"""What comes with Rotom for each setting that names a model; the first is there unasked."""

from collections.abc import Mapping

from rotom.domain.choice import Choice
from rotom.domain.wording import worded

STARTER_VOICE = "rotom-en"
ROBOT = "espeak-en"

SHIPPED: Mapping[str, tuple[Choice, ...]] = {
    "brain": (
        Choice("", worded("Rotom's small starter brain"), worded("Small talk in simple English.")),
    ),
    "ears": (Choice("", "PocketSphinx", worded("English; simple sentences in a quiet room.")),),
    "voice": (
        Choice(STARTER_VOICE, worded("Rotom's starter voice"), worded("English.")),
        Choice(ROBOT, worded("Robot (eSpeak NG)"), worded("English, as a robot says it.")),
    ),
    "korean_voice": (
        Choice("", worded("Robot (eSpeak NG)"), worded("Korean, as a robot says it.")),
    ),
}
