"""An engine in the place of another one that cannot be used."""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

Engine = TypeVar("Engine")


class _StandIn(Generic[Engine]):
    """An engine in the place of another one, which says so to those who load it."""

    def __init__(self, engine: Engine, why: str) -> None:
        self._engine = engine
        self._why = why

    def tell_to(self, tell: Callable[[str], None]) -> None:
        tell(self._why)

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)


def stand_in(engine: Engine, why: str) -> Engine:
    return cast(Engine, _StandIn(engine, why))
