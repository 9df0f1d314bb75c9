"""The scripted engines of an App, for tests of what settings and windows do with them."""

from dataclasses import dataclass, field

from rotom.conversation.session import Engines
from rotom.domain.settings import Settings
from rotom.domain.speech import Language
from rotom.engines.scripted import (
    ScriptedBrain,
    ScriptedEars,
    ScriptedLoudspeaker,
    ScriptedMicrophone,
    ScriptedVad,
    ScriptedVoice,
)


@dataclass
class Cast:
    """Scripted engines, and for which settings they were asked for."""

    brain: ScriptedBrain = field(
        default_factory=lambda: ScriptedBrain(["[joy] Hi there! How are you?"])
    )
    ears: ScriptedEars = field(default_factory=lambda: ScriptedEars(["hello there"]))
    voice: ScriptedVoice = field(default_factory=ScriptedVoice)
    microphone: ScriptedMicrophone = field(default_factory=ScriptedMicrophone)
    loudspeaker: ScriptedLoudspeaker = field(
        default_factory=lambda: ScriptedLoudspeaker(instant=True)
    )
    made_for: list[Settings] = field(default_factory=list)

    def engines(self, settings: Settings) -> Engines:
        self.made_for.append(settings)
        return Engines(
            vad=ScriptedVad,
            ears=lambda: self.ears,
            brain=lambda: self.brain,
            voices=lambda: dict.fromkeys(Language, self.voice),
            microphone=self.microphone,
            loudspeaker=self.loudspeaker,
        )
