"""How Rotom behaves beside a game."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Gaming:
    stand_back: bool = setting(
        True,
        "Stand back beside a game",
        "Fewer threads, a smaller brain, none at all where memory runs short.",
    )
    rest_after_min: int = setting(
        5,
        "Let the brain rest after",
        "Beside a game, so long without a word; it is back at the next one. 0: never.",
        low=0,
        high=60,
        unit="%1 min",
    )
    mention_game: bool = setting(
        True, "Know the game", "Rotom knows which game runs and for how long, and may mention it."
    )
    note_games: bool = setting(
        True,
        "Remember games",
        "What you tell about a game is kept with it, and known when you play it again.",
    )
    remark_every_min: int = setting(
        0,
        "Remarks of its own",
        "Rotom says by itself that the battery is low, that it is hot or late, or that you played"
        " or talked long; 0: never.",
        low=0,
        high=240,
        unit="%1 min",
    )
    quiet_in_scenes: bool = setting(
        False,
        "Quiet in scenes",
        "For the Steam Deck, untried: no remarks while its buttons rest for 20 s and the game can"
        " be heard. They come afterwards.",
    )
    over_game: bool = setting(
        False,
        "Over the game",
        "Experimental, untried on a Deck: a small Rotom in a corner of the game while it listens or"
        " speaks. It may take the place of the performance overlay and costs some battery.",
    )
