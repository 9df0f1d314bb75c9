"""How much Rotom may take of the machine at this moment: the game comes first.

A pure function of what was read, and of what held before, so that nothing flickers at a border.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from rotom.domain.wording import worded

LEAST_FREE_BYTES = 500_000_000
"""With less than this the kernel is near to ending a program, and it may take the game."""

ENOUGH_FREE_BYTES = 1_200_000_000
"""What must be free before the brain comes back by itself: letting go must not call it back."""

STALLED, CALM = 10.0, 1.0
"""The share of ten seconds, in percent, in which everything waited for memory (PSI full avg10)."""

SMALL_BRAIN_BYTES = 1_000_000_000
"""What counts as a small brain beside a game, by the length of its file."""

ROOMY_BYTES = 3_000_000_000
"""With so much free beside a game the chosen brain may stay."""

LOW_BATTERY_PERCENT = 20

BUSY_LOAD = 0.95
"""The share of all cores in use from which a game is taken to want each of them."""

NICE_BESIDE_GAME = 6
"""How much more than usual what thinks and speaks lets others go first (setpriority(2)).

A thread that thinks then gets about a twelfth of a core that a game wants for itself: more, and a
game that takes all cores would let nobody answer.
"""


SHORT = worded("Memory runs short, so the brain was let go. It is back once there is room.")
RESTS = worded("A game runs and nobody talks, so the brain rests. It is back at the next word.")
BESIDE = worded("A game runs, so Rotom takes less.")


class Brain(StrEnum):
    """Which brain may be there: the chosen one, a small one, or none until it is asked for."""

    CHOSEN = "chosen"
    SMALL = "small"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine tells; None is not known.

    `stalled` is PSI's full avg10 of memory, `warned` whether the kernel has just told that memory
    is waited for, `load` the share of all cores in use, 0 to 1; `idle_s` is how long ago Rotom was
    last talked to, `brain_bytes` how large the chosen brain's file is.
    """

    cores: int
    free_bytes: int | None = None
    stalled: float | None = None
    warned: bool = False
    load: float | None = None
    battery_percent: int | None = None
    on_battery: bool = False
    beside_game: bool = False
    idle_s: float = 0.0
    brain_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """What Rotom takes: `threads` at most, 0 for as many as it likes; `why` is for the user.

    Engines are made for `threads`; while it is `tight`, the brain thinks with one of them. With
    `thinks_ahead` it works in the pauses of what is said, which is in vain where that goes on.
    """

    threads: int = 0
    brain: Brain = Brain.CHOSEN
    why: str = ""
    thinks_ahead: bool = True
    tight: bool = False

    @property
    def threads_now(self) -> int:
        """How many the brain may think with at this moment, 0 for as many as it likes."""
        return min(self.threads, 1) if self.tight else self.threads

    @property
    def nice(self) -> int:
        """How much more than usual Rotom's work lets others go first."""
        return NICE_BESIDE_GAME if self.threads else 0


def budget(reading: Reading, before: Budget, rest_after_s: float) -> Budget:
    """What may be taken now; beside a game the brain rests after so long without a word (0: never).

    Without a game Rotom yields only where memory runs short. Beside one it does nothing in vain on
    battery.
    """
    sparing = reading.beside_game and reading.on_battery
    return replace(
        _taken(reading, before, rest_after_s),
        thinks_ahead=not sparing,
        tight=reading.beside_game and _is_tight(reading),
    )


def _taken(reading: Reading, before: Budget, rest_after_s: float) -> Budget:
    if _is_short(reading) or (before.brain is Brain.AWAY and _stays_away(reading, rest_after_s)):
        why = RESTS if _has_enough(reading) else SHORT
        return Budget(_threads(reading), Brain.AWAY, why)
    if not reading.beside_game:
        return Budget()
    if rest_after_s and reading.idle_s >= rest_after_s:
        return Budget(_threads(reading), Brain.AWAY, RESTS)
    return Budget(_threads(reading), _beside_game(reading, before), BESIDE)


def _is_short(reading: Reading) -> bool:
    free, stalled = reading.free_bytes, reading.stalled
    return (
        reading.warned
        or (free is not None and free < LEAST_FREE_BYTES)
        or (stalled is not None and stalled >= STALLED)
    )


def _has_enough(reading: Reading) -> bool:
    """Whether the brain fits again with room to spare, and nothing waits for memory."""
    free, stalled = reading.free_bytes, reading.stalled
    needed = ENOUGH_FREE_BYTES + min(reading.brain_bytes, SMALL_BRAIN_BYTES)
    calm = not reading.warned and (stalled is None or stalled <= CALM)
    return calm and (free is None or free >= needed)


def _stays_away(reading: Reading, rest_after_s: float) -> bool:
    if not _has_enough(reading):
        return True
    return reading.beside_game and 0 < rest_after_s <= reading.idle_s


def _beside_game(reading: Reading, before: Budget) -> Brain:
    """The chosen brain where it is small or there is much room; it goes sooner than it comes."""
    if reading.brain_bytes <= SMALL_BRAIN_BYTES:
        return Brain.CHOSEN
    room = ROOMY_BYTES if before.brain is Brain.CHOSEN else ROOMY_BYTES + reading.brain_bytes
    if reading.free_bytes is None or reading.free_bytes >= room:
        return Brain.CHOSEN
    return Brain.SMALL


def _threads(reading: Reading) -> int:
    """Half of the cores beside a game."""
    return max(1, reading.cores // 2) if reading.beside_game else 0


def _is_tight(reading: Reading) -> bool:
    """Whether all cores are in use, or the battery is low."""
    percent = reading.battery_percent
    empties = reading.on_battery and percent is not None and percent <= LOW_BATTERY_PERCENT
    return empties or (reading.load is not None and reading.load >= BUSY_LOAD)
