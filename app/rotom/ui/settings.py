"""The view-model of the settings pane, made from the one declaration of every setting."""

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from rotom.app import App
from rotom.domain.controls import CHOSEN
from rotom.domain.deck_reports import CHORDS
from rotom.domain.devices import Device, loudspeakers, microphones
from rotom.domain.engines import EngineError
from rotom.domain.settings import SETTINGS, SettingError, Settings, about
from rotom.domain.wording import worded
from rotom.ui.desktop import Allowed, allowed
from rotom.ui.settings_search import GROUP_TITLES, PARTS, Place, find
from rotom.ui.tongue import shown

PAD_BUTTONS = tuple(f"pad_{action}" for action in CHOSEN)

HIDDEN = frozenset({"persona", "voice", "korean_voice", "met", "pet_place", *PAD_BUTTONS})
"""Settings that have a page part of their own, or are no choice."""

DEVICES = {"microphone": microphones, "loudspeaker": loudspeakers}
"""Settings that name a sound device, and what there is to choose for each."""

MODELS = ("brain", "ears", "voice", "korean_voice")
"""Settings that name a model."""

Offers = dict[str, list[dict[str, str]]]

FORM_TITLES = {
    "ghost": worded("Ghost"),
    "console": worded("Handheld console"),
    "toaster": worded("Toaster"),
}
THEME_TITLES = {"plasma": worded("Plasma"), "dark": worded("Dark"), "light": worded("Light")}
ECHO_TITLES = {
    "server": worded("The sound server, where it can, and Rotom"),
    "loaded": worded("The sound server, told to do so, and Rotom"),
    "rotom": worded("Rotom alone"),
    "nobody": worded("Nothing: deaf while it speaks"),
}
CHOICE_TITLES = {
    "system": worded("As the system"),
    "en": "English",
    "ko": "한국어 (Korean)",
    **FORM_TITLES,
    **THEME_TITLES,
    **ECHO_TITLES,
    **{chord: chord.upper() for chord in CHORDS},
}


@dataclass(frozen=True, slots=True)
class Row:
    """How one setting is shown; `kind` is "switch", "choice", "offer", "number", "text"."""

    name: str
    group: str
    title: str
    help: str
    kind: str
    unit: str
    low: float
    high: float
    step: float
    longest: int
    choices: tuple[str, ...]

    def for_qml(self) -> dict[str, object]:
        return {
            "name": self.name,
            "title": self.title,
            "help": self.help,
            "kind": self.kind,
            "unit": self.unit,
            "low": self.low,
            "high": self.high,
            "step": self.step,
            "longest": self.longest,
            "choices": [
                {"id": choice, "title": CHOICE_TITLES.get(choice, choice)}
                for choice in self.choices
            ],
        }


def row_of(name: str) -> Row:
    """How the setting called `name` is shown; KeyError for a name that is none."""
    said = about(name)
    default = getattr(Settings(), name)
    low, high = said.low or 0.0, said.high if said.high is not None else 1.0
    return Row(
        name=name,
        group=said.group,
        title=said.title,
        help=said.help,
        kind="offer" if name in (*DEVICES, *MODELS) else _kind(default, bool(said.choices)),
        unit=said.unit,
        low=low,
        high=high,
        step=_step(default, high - low),
        longest=said.longest,
        choices=said.choices,
    )


def _kind(default: object, has_choices: bool) -> str:
    match default:
        case bool():
            return "switch"
        case int() | float():
            return "number"
    return "choice" if has_choices else "text"


def _step(default: object, span: float) -> float:
    """A round step that crosses the range in 10 to 60 presses of an arrow key."""
    if isinstance(default, int):
        return next((step for step in (1.0, 5.0, 10.0) if span / step <= 60), 50.0)
    return 0.05 if span <= 2 else 0.5


ROWS = tuple(row_of(field.name) for field in SETTINGS if field.name not in HIDDEN)


def _allowed() -> Allowed:
    return allowed(QGuiApplication.platformName(), os.environ)


def _titles(row: Row) -> tuple[str, ...]:
    return tuple(CHOICE_TITLES.get(choice, choice) for choice in row.choices)


class SettingsView(QObject):
    """Shows the settings and changes them; what cannot be is told, and nothing changes."""

    changed = Signal(str)
    offersChanged = Signal()

    def __init__(
        self,
        app: App,
        tell: Callable[[str], None],
        on_main_thread: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__()
        self._app = app
        self._tell = tell
        self._on_main_thread = on_main_thread
        self._found: Sequence[Device] | None = None
        self._offers = self._of_devices()

    values = Property(
        dict,
        lambda self: {f.name: getattr(self._app.settings, f.name) for f in SETTINGS},
        notify=changed,
    )
    """Every setting's value by its name."""

    defaults = Property(
        dict, lambda _: {f.name: getattr(Settings(), f.name) for f in SETTINGS}, constant=True
    )
    petNote = Property(str, lambda _: shown(_allowed().sentence), notify=changed)
    """What the desktop does not let Rotom do there; '' where it lets it do all."""
    met = Property(bool, lambda self: self._app.settings.met, notify=changed)

    offers = Property(dict, lambda self: self._offers, notify=offersChanged)
    """What there is to choose for each setting that names a device or a model, by its name."""

    def value(self, name: str) -> object:
        """The value of the setting called `name`."""
        return getattr(self._app.settings, name)

    @Slot(list, result=list)
    def rowsOf(self, names: list[str]) -> list[dict[str, object]]:
        """The settings of these names."""
        return [row_of(name).for_qml() for name in names]

    @Slot(str, result=list)
    def rows(self, group: str) -> list[dict[str, object]]:
        """The settings of a group, in the order of their declaration."""
        return [row.for_qml() for row in ROWS if row.group == group]

    groups = Property(
        list,
        lambda _: [
            {"id": group, "title": title}
            for group, title in GROUP_TITLES.items()
            if group == "About" or any(about(f.name).group == group for f in SETTINGS)
        ],
        constant=True,
    )
    """The groups of settings that there are; a title is told in the window's language."""

    @Slot(str, result=list)
    def find(self, words: str) -> list[dict[str, object]]:
        """What has to do with the words, in English or Korean: settings and parts of pages."""
        rows = {row.name: row for row in ROWS}
        places = [
            Place(row.group, row.title, row.help, row.name, _titles(row)) for row in ROWS
        ] + list(PARTS)
        return [
            {
                "group": place.group,
                "groupTitle": GROUP_TITLES[place.group],
                "title": place.title,
                "help": place.help,
                "row": rows[place.name].for_qml() if place.name else None,
            }
            for place in find(words, places)
        ]

    @Slot(str, "QVariant")
    def change(self, name: str, value: object) -> None:
        if value == getattr(self._app.settings, name, None):
            return
        try:
            self._app.change({name: value})
        except (SettingError, EngineError) as error:
            self._tell(str(error))
        if name in self._offers:
            self._refresh_offers()
        self.changed.emit(name)

    @Slot()
    def lookAgain(self) -> None:
        """Looks which models and devices there are now; devices of before are shown meanwhile."""
        self._refresh_offers()
        self._app.sound_devices.look(lambda found: self._on_main_thread(partial(self._take, found)))

    def _take(self, found: Sequence[Device]) -> None:
        self._found = found
        self._refresh_offers()

    def _refresh_offers(self) -> None:
        before, self._offers = self._offers, {**self._of_devices(), **self._of_models()}
        if self._offers != before:
            self.offersChanged.emit()

    def _of_devices(self) -> Offers:
        return {
            name: [asdict(choice) for choice in offered(self._found, str(self.value(name)))]
            for name, offered in DEVICES.items()
        }

    def _of_models(self) -> Offers:
        try:
            return {name: [asdict(c) for c in self._app.choices(name)] for name in MODELS}
        except EngineError as error:
            self._tell(str(error))
            return {}

    def suppose_language(self) -> None:
        """On a first start: who reads the window in a language most likely speaks it too."""
        if self._app.settings.language == Settings().language:
            self.change("language", str(self._app.interface_language))

    @Slot(str)
    def toggle(self, name: str) -> None:
        self.change(name, not getattr(self._app.settings, name))

    @Slot(str)
    def reset(self, name: str) -> None:
        self.change(name, getattr(Settings(), name))
