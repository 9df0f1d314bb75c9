"""The view-model of the personas: their cards, the one that is edited, and cards of others."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot

from rotom.app import App
from rotom.domain.character import LONGEST, AgentState, Emotion, Form, Persona
from rotom.domain.engines import EngineError
from rotom.domain.mood import MOOD_WORDS, awake, emotion_of, resting
from rotom.domain.wording import PERSONA, worded
from rotom.storage.conversations import persona_ids
from rotom.storage.persona_cards import cards_in
from rotom.storage.translations import told_in
from rotom.ui.settings import CHOICE_TITLES, SettingsView
from rotom.ui.tongue import shown

SHIPPED = {
    "calm": (worded("Calm"), worded("Gentle and unhurried, with few, kind words.")),
    "cheerful": (worded("Cheerful"), worded("Warm, curious and quick to laugh.")),
    "grumpy": (worded("Grumpy"), worded("Grumbles and sighs, and cares more than it admits.")),
    "mischievous": (worded("Mischievous"), worded("Teases a little, loves pranks and puns.")),
}
"""What the shipped personas are called in the window, and what is said of each."""

LEAST_SEEN = 0.5
"""How strongly a portrait shows its emotion at least."""


class Personas(QObject):
    changed = Signal()
    """Another persona is chosen, or the chosen one has other words."""
    cards_changed = Signal()
    happened = Signal()
    told_anew = Signal()
    """The window speaks another language."""

    def __init__(self, app: App, settings: SettingsView, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._tell = tell
        self._told = ""
        self._undo: Callable[[], object] | None = None

    cards = Property(
        list, lambda self: [self._card(p) for p in self._app.shelf.personas], notify=cards_changed
    )
    chosen = Property(str, lambda self: self._app.persona.id, notify=changed)
    current = Property(dict, lambda self: self._card(self._raw), notify=changed)
    told = Property(str, lambda self: shown(self._told), notify=happened)
    canUndo = Property(bool, lambda self: self._undo is not None, notify=happened)
    longest = Property(dict, lambda _: dict(LONGEST), constant=True)
    moods = Property(list, lambda _: _moods(), notify=told_anew)
    """The moods that a persona may rest in."""
    forms = Property(list, lambda _: _forms(), notify=told_anew)
    """What a persona may live in."""
    beyond = Property(bool, lambda self: not self._app.settings.brain, notify=changed)
    """Whether the brain is the starter brain, for which free instructions are too much."""

    def refresh(self) -> None:
        self.changed.emit()

    def tell_anew(self) -> None:
        """The language of the window has changed, or the one that is spoken."""
        self.told_anew.emit()
        self.cards_changed.emit()
        self.happened.emit()
        self.changed.emit()

    def close(self) -> None:
        """Lets go of what could bring a persona back."""
        self._undo = None

    @Slot(str)
    def choose(self, persona_id: str) -> None:
        self._settings.change("persona", persona_id)

    @Slot(str)
    def introduce(self, persona_id: str) -> None:
        """Has a persona greet in its own manner, where nothing else is going on."""
        state = self._app.session.state
        if self._app.settings.introductions and state in (AgentState.IDLE, AgentState.SLEEPING):
            self.hear(persona_id)

    @Slot(str)
    def hear(self, persona_id: str) -> None:
        """Has a persona greet in its own manner."""
        with self._telling():
            persona = self._app.meet(self._app.shelf.find(persona_id))
            if persona.greeting:
                self._app.session.preview(persona.greeting, persona.baseline)

    @Slot()
    def hush(self) -> None:
        self._app.session.hush()

    @Slot(str, str)
    def edit(self, field: str, text: str) -> None:
        """Gives the present persona another text."""
        if field in LONGEST and text.strip() != self._texts(self._raw)[field]:
            self._keep(replace(self._raw, **{field: text.strip()}))  # type: ignore[arg-type]

    @Slot(str)
    def rest(self, emotion: str) -> None:
        """Gives the present persona another mood to rest in."""
        self._keep(replace(self._raw, baseline=resting(Emotion(emotion))))

    @Slot(str)
    def live(self, form: str) -> None:
        """Gives the present persona a form of its own; '' for that of the settings."""
        self._keep(replace(self._raw, form=form))

    @Slot()
    def asShipped(self) -> None:
        """Forgets what was edited of the present persona."""
        with self._telling():
            undo = self._app.shelf.remove(self._app.persona.id)
            self._say(worded("The personality is as it was shipped."), undo)

    @Slot()
    def duplicate(self) -> None:
        """Makes a copy of the present persona, and goes on as the copy."""
        with self._telling():
            copy = self._app.shelf.duplicate(self._app.persona.id, persona_ids(self._app.history))
            self.choose(copy.id)
            self._say(worded("{name} is a copy that you can change.", name=copy.name))

    @Slot()
    def remove(self) -> None:
        """Deletes the present persona of the user's own; it can be brought back."""
        persona = self._raw
        with self._telling():
            bring_back = self._app.shelf.remove(persona.id)
            self.choose("cheerful")

            def undo() -> None:
                bring_back()
                self.choose(persona.id)

            self._say(worded("{name} was deleted.", name=persona.name), undo)

    @Slot(str)
    def bringIn(self, place: str) -> None:
        """Takes over the character card of a file: a path, or what was dropped here."""
        path = QUrl(place).toLocalFile() if place.startswith("file:") else place.strip()
        if not path:
            return
        with self._telling():
            file = Path(path).expanduser()
            persona, is_whole = self._app.shelf.bring_in(file, persona_ids(self._app.history))
            self.choose(persona.id)
            self._say(
                worded("{name} is here.", name=persona.name)
                if is_whole
                else worded(
                    "{name} is here. Its description is longer than Rotom takes: the rest stays "
                    "in its card.",
                    name=persona.name,
                )
            )

    @Slot()
    def save(self) -> None:
        """Writes the present persona as a card, as a picture and as JSON."""
        with self._telling():
            persona, folder = self._raw, self._app.folders.exports
            for suffix in (".png", ".json"):
                self._app.shelf.export(persona.id, folder / f"{persona.id}{suffix}", 2)
            self._say(
                worded(
                    "Saved as {files} in {folder}.",
                    files=f"{persona.id}.png, {persona.id}.json",
                    folder=folder,
                )
            )

    @Slot(result=list)
    def files(self) -> list[dict[str, str]]:
        """The files that may be cards where Rotom saves them, the newest first."""
        found = cards_in(self._app.folders.exports)
        return [{"name": path.name, "path": str(path)} for path in found]

    @Slot()
    def undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            with self._telling():
                undo()
                self._say("")

    @Slot()
    def dismiss(self) -> None:
        self._say("")

    @property
    def _raw(self) -> Persona:
        """The present persona as it is edited, its macros not filled in."""
        return self._app.shelf.find(self._app.persona.id)

    def _keep(self, persona: Persona) -> None:
        with self._telling():
            self._app.shelf.keep(persona)
        self._edited()

    def _texts(self, persona: Persona) -> dict[str, str]:
        """The texts of a persona as they are read and edited.

        Those that ship are told in the language of the window; what is left as it is told stays
        as it ships, because the brain knows it so.
        """
        language = self._app.interface_language
        texts = {field: told_in(language, getattr(persona, field), PERSONA) for field in LONGEST}
        return {**texts, "greeting": self._app.greeting(persona)}

    def _card(self, persona: Persona) -> dict[str, object]:
        """A persona as QML shows it."""
        emotion, intensity = emotion_of(awake(persona.baseline, 0.0))
        shelf = self._app.shelf
        texts = self._texts(persona)
        title, says = persona.name, "{temperament}. {speaks}".format_map(texts).strip()
        if shelf.is_shipped(persona.id) and not shelf.is_edited(persona.id):
            title, says = map(shown, SHIPPED.get(persona.id, (title, says)))
        return {
            "id": persona.id,
            **texts,
            "title": title,
            "says": says,
            "emotion": str(emotion),
            "intensity": max(LEAST_SEEN, intensity),
            "form": persona.form,
            "shipped": shelf.is_shipped(persona.id),
            "edited": shelf.is_edited(persona.id),
        }

    def _say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._told, self._undo = text, undo
        self._edited()
        self.happened.emit()

    def _edited(self) -> None:
        self._app.personas_changed()
        self.cards_changed.emit()
        self.changed.emit()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except EngineError as error:
            self._tell(str(error))
            self.changed.emit()


def _moods() -> list[dict[str, str]]:
    titles = {mood: shown(words) for mood, words in MOOD_WORDS.items()}
    return [
        {"id": str(mood), "title": said[:1].upper() + said[1:]} for mood, said in titles.items()
    ]


def _forms() -> list[dict[str, str]]:
    own = [{"id": str(form), "title": shown(CHOICE_TITLES[str(form)])} for form in Form]
    return [{"id": "", "title": shown(worded("As set under Appearance"))}, *own]
