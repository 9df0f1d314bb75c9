"""What the machine tells of this moment: to the prompt, and to who advises on models."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from rotom.domain.choosing import Graphics, Situation
from rotom.domain.prompt import Facts
from rotom.domain.speech import Language
from rotom.system import machine
from rotom.system.games import running_game


def situation_now(graphics: Graphics) -> Situation:
    """What the machine has free, and what runs on it."""
    memory, battery = machine.memory(), machine.battery()
    return Situation(
        total_bytes=None if memory is None else memory.total,
        free_bytes=None if memory is None else memory.available,
        cores=machine.processor().cores,
        on_battery=battery is not None and not battery.on_mains,
        beside_a_game=running_game() is not None,
        graphics=graphics,
    )


def facts_now() -> Facts:
    """The time and the battery, as the prompt names them."""
    now = datetime.now().astimezone()
    return Facts(now=f"{now:%a %H:%M}", battery_percent=machine.battery_percent())


def system_language(environment: Mapping[str, str]) -> Language:
    """The first of our languages that the user wishes for, in gettext's order; else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wishes = [wish for wish in environment.get(name, "").split(":") if wish]
        for wish in wishes:
            with suppress(ValueError):
                return Language(re.split("[_.@]", wish)[0])
        if wishes and name != "LANGUAGE":
            break
    return Language.ENGLISH
