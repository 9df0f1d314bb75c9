"""The scripted engines of an App, for tests of what settings and windows do with them."""

from dataclasses import dataclass, field
from functools import partial

from rotom.conversation.session import Engines
from rotom.domain.devices import Device
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
    hears_with: list[Settings] = field(default_factory=list)
    """For which settings the ears were loaded."""
    devices: list[Device] = field(
        default_factory=lambda: [
            Device("USB Headset: Audio (hw:1,0)", 1, 2, 48_000, is_default=True),
            Device("Screen: HDMI 0 (hw:0,3)", 0, 2, 48_000, is_default=False),
        ]
    )

    def engines(self, settings: Settings) -> Engines:
        self.made_for.append(settings)
        return Engines(
            vad=ScriptedVad,
            ears=partial(self._load_ears, settings),
            brain=lambda: self.brain,
            voices=lambda: dict.fromkeys(Language, self.voice),
            microphone=self.microphone,
            loudspeaker=self.loudspeaker,
        )

    def _load_ears(self, settings: Settings) -> ScriptedEars:
        self.hears_with.append(settings)
        return self.ears

    def find_devices(self) -> list[Device]:
        return list(self.devices)
