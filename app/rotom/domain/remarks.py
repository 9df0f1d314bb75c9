"""What Rotom says by itself beside a game: when something is worth a sentence, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass

from rotom.domain.speech import Language

LOW_BATTERY_PERCENT = 15
LONG_PLAY_S = 2 * 3600.0
"""After so long, and after as long again, Rotom says how long it was."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a remark may be about; `game` is the title of the one that runs, or ''."""

    battery_percent: int | None = None
    on_battery: bool = False
    game: str = ""
    played_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """What was said already: whether of this low battery, of how many stretches of play, when."""

    of_battery: bool = False
    stretches: int = 0
    game: str = ""
    at_s: float | None = None


_WORDS: Mapping[str, Mapping[Language, str]] = {
    "battery": {
        Language.ENGLISH: "The battery is down to {percent} percent. A charger would be nice.",
        Language.KOREAN: "배터리가 {percent}퍼센트 남았어요. 충전기가 있으면 좋겠어요.",
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

    Of a battery it is said once until it was charged, of playing once for every two hours.
    """
    said = _forgotten(moment, said)
    if not every_min or (said.at_s is not None and now_s - said.at_s < every_min * 60):
        return "", said
    percent, stretches = moment.battery_percent, int(moment.played_s / LONG_PLAY_S)
    if _is_low(moment) and not said.of_battery:
        words = _WORDS["battery"][language].format(percent=percent)
        return words, Said(True, said.stretches, said.game, now_s)
    if moment.game and stretches > said.stretches:
        hours = int(moment.played_s / 3600)
        words = _WORDS["played"][language].format(game=moment.game, hours=hours)
        return words, Said(said.of_battery, stretches, moment.game, now_s)
    return "", said


def _is_low(moment: Moment) -> bool:
    percent = moment.battery_percent
    return moment.on_battery and percent is not None and percent <= LOW_BATTERY_PERCENT


def _forgotten(moment: Moment, said: Said) -> Said:
    """A charged battery and another game begin anew; when the last remark was is kept."""
    same_game = moment.game == said.game
    return Said(
        said.of_battery and _is_low(moment),
        said.stretches if same_game else 0,
        moment.game,
        said.at_s,
    )


def played_words(played_s: float) -> str:
    """How long a game has run, as the prompt names it: "2 h", "40 min"; '' for a moment."""
    minutes = int(played_s / 60)
    if minutes < 1:
        return ""
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
