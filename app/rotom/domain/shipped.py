"""What comes with Rotom for each setting that names a model; the first is there unasked."""

from collections.abc import Mapping

from rotom.domain.choice import Choice
from rotom.domain.wording import worded

STARTER_VOICE = "rotom-en"
ROBOT = "espeak-en"

_ROBOT_SAYS = worded("A robot's voice. (20 MB, GPL-3.0-or-later)")

SHIPPED: Mapping[str, tuple[Choice, ...]] = {
    "brain": (
        Choice("", worded("Rotom's small starter brain"), worded("Small talk in simple English.")),
    ),
    "ears": (Choice("", "PocketSphinx", worded("English; simple sentences in a quiet room.")),),
    "voice": (
        Choice(
            STARTER_VOICE,
            worded("Rotom's starter voice"),
            worded("Comes with Rotom. (11 MB, GPL-3.0-or-later)"),
        ),
        Choice(ROBOT, worded("Robot (eSpeak NG)"), _ROBOT_SAYS),
    ),
    "korean_voice": (Choice("", worded("Robot (eSpeak NG)"), _ROBOT_SAYS),),
}
