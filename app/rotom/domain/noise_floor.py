"""How loud the room is by itself, so that only what stands out of it is taken for speech."""

QUIETEST_DB, LOUDEST_DB = -60.0, -38.0
"""Between them the floor moves (dBFS): a noise louder than that must not make Rotom deaf."""

_FALL = 0.2
"""The share of the way down that is gone in a frame: the gaps between words show the room."""

_RISE = 0.02
"""The share of the way up in a frame that is no speech: about 1.6 s to a new noise."""

_CREEP_DB = 0.02
"""How far it rises in a frame of something like speech: 0.6 dB a second, so that a television that
never pauses is the room in the end."""


class NoiseFloor:
    """The level of the room (dBFS), followed frame by frame."""

    def __init__(self, margin_db: float) -> None:
        self.margin_db = margin_db
        self.level_db = QUIETEST_DB

    def is_exceeded(self, level_db: float) -> bool:
        """Whether a frame is `margin_db` louder than the room."""
        return level_db >= self.level_db + self.margin_db

    def stands_out(self, level_db: float, probability: float) -> bool:
        """Takes the next frame; whether it is `margin_db` louder than the room."""
        above = self.is_exceeded(level_db)
        way = level_db - self.level_db
        if way < 0:
            self.level_db += _FALL * way
        elif probability < 0.35:
            self.level_db += _RISE * way
        else:
            self.level_db += min(_CREEP_DB, way)
        self.level_db = min(LOUDEST_DB, max(QUIETEST_DB, self.level_db))
        return above
