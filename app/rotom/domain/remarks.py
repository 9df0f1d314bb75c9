"""What Rotom says by itself: when something is worth a sentence, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass

from rotom.domain.speech import Language

LOW_BATTERY_PERCENT = 15
LONG_S = 2 * 3600.0
"""After so long, and after as long again, Rotom says how long it was."""

BREAK_S = 30 * 60.0
"""So long without a word, and the next one begins another sitting."""

HOT_C, COOL_C = 92, 82
"""A Deck slows its processor at 100 degrees. Cooled down, it may be said once more."""

NIGHT_HOURS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a remark may be about; `game` is the title of the one that runs, or ''.

    `talked_s` is how long the user has sat here and talked, without a game.
    """

    battery_percent: int | None = None
    on_battery: bool = False
    game: str = ""
    played_s: float = 0.0
    temperature_c: int | None = None
    hour: int = 12
    talked_s: float = 0.0

    @property
    def lasted_s(self) -> float:
        """How long the game has run; without one, how long the talk has gone on."""
        return self.played_s if self.game else self.talked_s


@dataclass(frozen=True, slots=True)
class Sitting:
    """Talk without a long break; the times are of one clock, in seconds."""

    began_s: float | None = None
    last_s: float = 0.0

    def heard(self, now_s: float) -> "Sitting":
        """The user says something now."""
        if self.began_s is None or now_s - self.last_s > BREAK_S:
            return Sitting(now_s, now_s)
        return Sitting(self.began_s, now_s)

    @property
    def seconds(self) -> float:
        """From its first word to its newest."""
        return 0.0 if self.began_s is None else self.last_s - self.began_s


@dataclass(frozen=True, slots=True)
class Said:
    """What was said already: of what that still holds, of how many stretches of time, when."""

    of: frozenset[str] = frozenset()
    stretches: int = 0
    game: str = ""
    at_s: float | None = None


_WORDS: Mapping[str, Mapping[Language, str]] = {
    "battery": {
        Language.ENGLISH: "The battery is down to {percent} percent. A charger would be nice.",
        Language.KOREAN: "배터리가 {percent}퍼센트 남았어요. 충전기가 있으면 좋겠어요.",
    },
    "heat": {
        Language.ENGLISH: "It is {degrees} degrees in here. Are the air vents free?",
        Language.KOREAN: "여기 안이 {degrees}도예요. 통풍구가 막히지 않았나요?",
    },
    "night": {
        Language.ENGLISH: "It is the middle of the night, and {game} will still be there tomorrow.",
        Language.KOREAN: "벌써 한밤중이에요. {game}, 내일 이어서 해도 괜찮아요.",
    },
    "played": {
        Language.ENGLISH: "You have played {game} for {hours} hours now. Maybe stretch a little?",
        Language.KOREAN: "{game}, 벌써 {hours}시간째예요. 잠깐 몸을 펴 볼까요?",
    },
    "talked": {
        Language.ENGLISH: "We have been talking for {hours} hours now. Maybe rest your eyes a bit?",
        Language.KOREAN: "우리 벌써 {hours}시간째 이야기하고 있어요. 잠깐 눈을 쉬어 볼까요?",
    },
}


def remark(
    moment: Moment, said: Said, every_min: int, now_s: float, language: Language
) -> tuple[str, Said]:
    """A sentence that is due, or '', and what was said with it; `every_min` 0 is never.

    Of battery, heat and night it is said once while they last, of playing, and without a game of
    talking, once for two hours.
    """
    said = _forgotten(moment, said)
    if not every_min or (said.at_s is not None and now_s - said.at_s < every_min * 60):
        return "", said
    stretches = int(moment.lasted_s / LONG_S)
    for about, holds in (
        ("battery", _is_low(moment)),
        ("heat", (moment.temperature_c or 0) >= HOT_C),
        ("night", bool(moment.game) and moment.hour in NIGHT_HOURS),
    ):
        if holds and about not in said.of:
            told = Said(said.of | {about}, said.stretches, said.game, now_s)
            return _words(about, moment, language), told
    if stretches > said.stretches:
        told = Said(said.of, stretches, moment.game, now_s)
        return _words("played" if moment.game else "talked", moment, language), told
    return "", said


def _words(about: str, moment: Moment, language: Language) -> str:
    return _WORDS[about][language].format(
        percent=moment.battery_percent,
        degrees=moment.temperature_c,
        game=moment.game,
        hours=int(moment.lasted_s / 3600),
    )


def _is_low(moment: Moment) -> bool:
    percent = moment.battery_percent
    return moment.on_battery and percent is not None and percent <= LOW_BATTERY_PERCENT


def _forgotten(moment: Moment, said: Said) -> Said:
    """A charged battery, a cool processor, a morning, another game and sitting begin anew."""
    still = {
        "battery": _is_low(moment),
        "heat": (moment.temperature_c or 0) > COOL_C,
        "night": moment.hour in NIGHT_HOURS,
    }
    goes_on = moment.game == said.game and moment.lasted_s >= said.stretches * LONG_S
    of = frozenset(about for about in said.of if still[about])
    return Said(of, said.stretches if goes_on else 0, moment.game, said.at_s)


def played_words(played_s: float) -> str:
    """How long a game has run, as the prompt names it: "2 h", "40 min"; '' for a moment."""
    minutes = int(played_s / 60)
    if minutes < 1:
        return ""
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
