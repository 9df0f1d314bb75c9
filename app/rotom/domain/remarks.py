"""What Rotom says by itself beside a game: when something is worth a sentence, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass

from rotom.domain.speech import Language

LOW_BATTERY_PERCENT = 15
LONG_PLAY_S = 2 * 3600.0
"""After so long, and after as long again, Rotom says how long it was."""

HOT_C, COOL_C = 92, 82
"""A Deck slows its processor at 100 degrees. Cooled down, it may be said once more."""

NIGHT_HOURS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a remark may be about; `game` is the title of the one that runs, or ''."""

    battery_percent: int | None = None
    on_battery: bool = False
    game: str = ""
    played_s: float = 0.0
    temperature_c: int | None = None
    hour: int = 12


@dataclass(frozen=True, slots=True)
class Said:
    """What was said already: of what that still holds, of how many stretches of play, when."""

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
}


def remark(
    moment: Moment, said: Said, every_min: int, now_s: float, language: Language
) -> tuple[str, Said]:
    """A sentence that is due, or '', and what was said with it; `every_min` 0 is never.

    Of battery, heat and night it is said once while they last, of playing once for two hours.
    """
    said = _forgotten(moment, said)
    if not every_min or (said.at_s is not None and now_s - said.at_s < every_min * 60):
        return "", said
    stretches = int(moment.played_s / LONG_PLAY_S)
    for about, holds in (
        ("battery", _is_low(moment)),
        ("heat", (moment.temperature_c or 0) >= HOT_C),
        ("night", bool(moment.game) and moment.hour in NIGHT_HOURS),
    ):
        if holds and about not in said.of:
            told = Said(said.of | {about}, said.stretches, said.game, now_s)
            return _words(about, moment, language), told
    if moment.game and stretches > said.stretches:
        told = Said(said.of, stretches, moment.game, now_s)
        return _words("played", moment, language), told
    return "", said


def _words(about: str, moment: Moment, language: Language) -> str:
    return _WORDS[about][language].format(
        percent=moment.battery_percent,
        degrees=moment.temperature_c,
        game=moment.game,
        hours=int(moment.played_s / 3600),
    )


def _is_low(moment: Moment) -> bool:
    percent = moment.battery_percent
    return moment.on_battery and percent is not None and percent <= LOW_BATTERY_PERCENT


def _forgotten(moment: Moment, said: Said) -> Said:
    """A charged battery, a cool processor, a morning and another game begin anew."""
    still = {
        "battery": _is_low(moment),
        "heat": (moment.temperature_c or 0) > COOL_C,
        "night": moment.hour in NIGHT_HOURS,
    }
    same_game = moment.game == said.game
    of = frozenset(about for about in said.of if still[about])
    return Said(of, said.stretches if same_game else 0, moment.game, said.at_s)


def played_words(played_s: float) -> str:
    """How long a game has run, as the prompt names it: "2 h", "40 min"; '' for a moment."""
    minutes = int(played_s / 60)
    if minutes < 1:
        return ""
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
