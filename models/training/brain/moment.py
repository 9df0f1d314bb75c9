"""What is true while a dialogue is held: clock, battery, game, mood."""

import random

from rotom.domain.prompt import Facts

MOODS = {
    "ease": "at ease", "up": "cheerful", "tender": "tender", "play": "playful",
    "startle": "startled", "down": "downcast", "cross": "cross", "fear": "uneasy",
    "drowsy": "drowsy",
}  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KOREAN_DAYS = "월화수목금토일"


class Moment:
    """What is true while a dialogue is held: the facts, and what they are called."""

    def __init__(self, rng: random.Random, words: dict[str, str]) -> None:
        hour, minute, day = rng.randrange(24), rng.randrange(60), rng.choice(DAYS)
        battery = rng.choice((rng.randint(1, 20), rng.randint(21, 100)))
        minutes = rng.choice((5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 90, 120, 180, 240, 300))
        played = f"{minutes} min" if minutes < 60 else f"{minutes / 60:g} h"
        kind = rng.choice(tuple(MOODS))
        degree = "" if kind == "ease" else rng.choice(("", "a little ", "very "))
        self.known: set[str] = set()
        bare = rng.random() < 0.04
        has = {k: rng.random() < p and not bare for k, p in
               (("now", 0.95), ("bat", 0.92), ("game", 0.8), ("mood", 0.9))}  # fmt: skip
        self.facts = Facts(
            now=f"{day[:3]} {hour:02}:{minute:02}" if has["now"] else "",
            battery_percent=battery if has["bat"] else None,
            game=words["game"] if has["game"] else "",
            played=played if has["game"] and rng.random() < 0.85 else "",
            mood=degree + MOODS[kind] if has["mood"] else "",
        )
        words |= {
            "time": f"{hour:02}:{minute:02}", "day": day, "battery": str(battery),
            "koday": f"{KOREAN_DAYS[DAYS.index(day)]}요일",
            "moodword": self.facts.mood, "played": self._spoken(minutes),
            "koplayed": f"{minutes}분" if minutes < 60 else f"{minutes / 60:g}시간",
        }  # fmt: skip
        self.known |= {key for key, there in has.items() if there}
        if has["now"]:
            part = ("late", "late", "morning", "noon", "afternoon", "evening")
            bounds = (22, 5, 11, 14, 18)
            index = 0 if hour >= 22 else sum(hour >= b for b in bounds[1:]) + 1
            self.known |= {part[index]}
            self.known |= {"weekend"} if day in DAYS[5:] else set()
        if has["bat"]:
            self.known |= {"low" if battery <= 20 else "full" if battery >= 85 else "mid"}
        if self.facts.played:
            self.known |= {"played"} | ({"long"} if minutes >= 120 else set())
        if has["mood"]:
            self.known |= {kind}

    @staticmethod
    def _spoken(minutes: int) -> str:
        if minutes < 60:
            return f"{minutes} minutes"
        hours = minutes / 60
        return "1 hour" if hours == 1 else f"{hours:g} hours"
