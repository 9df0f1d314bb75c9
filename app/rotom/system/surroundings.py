"""What the machine tells of this moment: to the prompt, and to who advises on models."""

import math
import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rotom.domain.choosing import Graphics, Situation
from rotom.domain.prompt import Facts
from rotom.domain.remarks import Moment, played_words
from rotom.domain.settings import SYSTEM, Settings
from rotom.domain.speech import Language
from rotom.system import machine
from rotom.system.games import Game, game_now, running_game

LOOK_EVERY_S = 10.0
"""How long what was seen of the games holds."""


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


class Surroundings:
    """The time, the battery and the game of now; all programs are looked at seldom."""

    def __init__(self, home: Path, look: Callable[[Path], Game | None] = game_now) -> None:
        self._home = home
        self._look = look
        self._game: Game | None = None
        self._looked_s = -math.inf

    def facts(self, with_game: bool = True) -> Facts:
        """What the prompt names."""
        now = datetime.now().astimezone()
        game = self.game() if with_game else None
        return Facts(
            now=f"{now:%a %H:%M}",
            battery_percent=machine.battery_percent(),
            game="" if game is None else game.title,
            played="" if game is None else played_words(game.played_s),
        )

    def moment(self) -> Moment:
        """What there is to remark on."""
        battery, game = machine.battery(), self.game()
        return Moment(
            battery_percent=None if battery is None else battery.percent,
            on_battery=battery is not None and not battery.on_mains,
            game="" if game is None else game.title,
            played_s=0.0 if game is None else game.played_s,
            temperature_c=machine.temperature_c(),
            hour=datetime.now().astimezone().hour,
        )

    def game(self) -> Game | None:
        """The game that runs."""
        now_s = time.monotonic()
        if now_s - self._looked_s >= LOOK_EVERY_S:
            self._game, self._looked_s = self._look(self._home), now_s
        return self._game


def interface_language(settings: Settings) -> Language:
    """The language of the window and of the commands."""
    choice = settings.interface_language
    return system_language(os.environ) if choice == SYSTEM else Language(choice)


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
