"""All settings, in the order in which pages show them."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, replace
from typing import Any  # a dataclass field's metadata holds values of several types

from rotom.domain.settings.appearance import Appearance
from rotom.domain.settings.brain import Brain
from rotom.domain.settings.controls import Controls
from rotom.domain.settings.declaring import About
from rotom.domain.settings.gaming import Gaming
from rotom.domain.settings.listening import Listening
from rotom.domain.settings.personality import Personality
from rotom.domain.settings.privacy import Privacy
from rotom.domain.settings.voice import Voice


@dataclass(frozen=True)
class Settings(Gaming, Controls, Appearance, Privacy, Brain, Listening, Voice, Personality):
    """The user's choices; the fields come in the order of the groups, the last base first."""


GROUPS = (Personality, Voice, Listening, Brain, Privacy, Appearance, Controls, Gaming)
"""Each is a page of settings, called like the class."""

SETTINGS: tuple[Field[Any], ...] = fields(Settings)
"""The declarations, in the order in which pages show them."""

_ABOUT: Mapping[str, About] = {
    f.name: replace(f.metadata["about"], group=group.__name__)
    for group in GROUPS
    for f in fields(group)
}


def about(name: str) -> About:
    """What is said of the setting called `name`; KeyError for a name that is none."""
    return _ABOUT[name]
