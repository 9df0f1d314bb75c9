"""What the machine tells of this moment: to the prompt, and to who advises on models."""

from datetime import datetime

from rotom.domain.choosing import Situation
from rotom.domain.prompt import Facts
from rotom.system import machine
from rotom.system.games import running_game


def situation_now() -> Situation:
    """What the machine has free, and what runs on it."""
    memory, battery = machine.memory(), machine.battery()
    return Situation(
        total_bytes=None if memory is None else memory.total,
        free_bytes=None if memory is None else memory.available,
        cores=machine.processor().cores,
        on_battery=battery is not None and not battery.on_mains,
        beside_a_game=running_game() is not None,
    )


def facts_now() -> Facts:
    """The time and the battery, as the prompt names them."""
    now = datetime.now().astimezone()
    return Facts(now=f"{now:%a %H:%M}", battery_percent=machine.battery_percent())
