"""How a view-model shows a field of its plain value to QML."""

from collections.abc import Callable
from typing import Any  # a Qt property's getter takes and gives whatever its type says

from PySide6.QtCore import Property, Signal

from rotom.domain.wording import Worded
from rotom.ui.tongue import shown


def shows(type_: type, name: str, notify: Signal) -> Property:
    """A read-only property: the field `name` of the object's `shown`."""
    return Property(type_, _getter(name), notify=notify)


def _getter(name: str) -> Callable[[Any], Any]:
    def get(view: Any) -> Any:
        value = getattr(view.shown, name)
        return shown(value) if isinstance(value, Worded) else value

    return get
