"""The one place where settings choose engines: it makes the conversation and changes it live."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path

from rotom import files
from rotom.by_itself import ByItself
from rotom.conversation.company import Company
from rotom.conversation.events import Event, MicrophoneOpen, TurnEnded, UserSaid
from rotom.conversation.session import Engines, Session
from rotom.domain.catalog import Kind, Model
from rotom.domain.character import Persona
from rotom.domain.choice import Choice
from rotom.domain.choosing import Advice, Graphics, advise
from rotom.domain.devices import Device
from rotom.domain.macros import met
from rotom.domain.settings import Settings, changed
from rotom.domain.speech import Language, Message
from rotom.domain.wording import PERSONA, worded
from rotom.guarding import Guarding
from rotom.making import gpu_verdicts, model_folder, real_engines, tuning
from rotom.manners import LISTENING, SPEAKING, listening_manner, speaking_manner
from rotom.recalling import Recalling
from rotom.sound_devices import SoundDevices, present
from rotom.standing_back import Read, StandingBack, Ways
from rotom.storage import settings_file
from rotom.storage.erasing import erase, told_of
from rotom.storage.history import History, open_history
from rotom.storage.model_choices import choices, settings_of, uses
from rotom.storage.model_folder import ModelFolder
from rotom.storage.persona_shelf import PersonaShelf
from rotom.storage.translations import told_in
from rotom.storage.tuning import Tuning
from rotom.system.games import Game, game_now
from rotom.system.keys import forgotten
from rotom.system.surroundings import Surroundings, interface_language, situation_now
from rotom.system.watcher import EVERY_S

SHIPPED_PERSONA = "cheerful"

SERVER = ("server", "server_model", "server_agreed")

MakeEngines = Callable[[Settings], Engines]


class App:
    """Rotom as settings make it. Reads files at once and loads no engine before `session.start`.

    `make_engines` is asked for the engines of the settings, `find_devices` for the sound devices
    of now, `read_machine` every `look_every_s` for what there is room for, `find_game` for the game
    that runs; `keep` False writes nothing down.
    """

    def __init__(
        self,
        folders: files.UserFolders,
        make_engines: MakeEngines | None = None,
        keep: bool = True,
        find_devices: Callable[[], Sequence[Device]] = present,
        read_machine: Read | None = None,
        look_every_s: float = EVERY_S,
        find_game: Callable[[Path], Game | None] = game_now,
    ) -> None:
        self.folders = folders
        self.sound_devices = SoundDevices(find_devices)
        self.settings, notices = settings_file.load(folders.settings_file)
        self._make_engines = make_engines or partial(real_engines, folders)
        self._keep = keep
        self.shelf = PersonaShelf(files.assets() / "personas", folders.personas)
        self._histories: History = open_history(folders.history_file, self._keeps())
        self._earlier: list[History] = []
        self.notices = (*notices, *self.shelf.notices, *self._histories.notices)
        around = Surroundings(Path.home(), find_game)
        self.by_itself = ByItself(lambda: self.settings, self.engines, around)
        self.recalling = Recalling(lambda: self.settings, around.game, folders.game_notes_file)
        self.session = Session(
            self._make_engines(self.settings),
            self._company(),
            self.by_itself.facts,
            listening_manner(self.settings, name=self.persona.name),
            speaking_manner(self.settings),
        )
        self.guarding = Guarding(
            lambda: self.settings, lambda: self._joined.name, self.session, self.engines
        )
        self.standing_back = StandingBack(
            lambda: self.settings,
            lambda: self.models,
            Ways(
                self.renew_brain,
                self._renew_ears,
                self.session.thinking.keep_brain,
                self.session.thinking.limit_threads,
                self.session.listening.think_ahead,
            ),
            self._look_around,
            read_machine,
            look_every_s,
        )
        self.session.subscribe(self._note_use)

    @property
    def persona(self) -> Persona:
        """The chosen persona as the user meets it; another one where the chosen one is gone."""
        by_id = {persona.id: persona for persona in self.shelf.personas}
        chosen = by_id.get(self.settings.persona) or by_id.get(SHIPPED_PERSONA)
        return self.meet(chosen or self.shelf.personas[0])

    def meet(self, persona: Persona) -> Persona:
        """A persona as this user meets it: it greets in the language that is spoken."""
        greeting = self.greeting(persona)
        return met(replace(persona, greeting=greeting), self.settings.user_name.strip())

    def greeting(self, persona: Persona) -> str:
        """How a persona greets, macros and all; one that ships does so in the language spoken."""
        return told_in(Language(self.settings.language), persona.greeting, PERSONA)

    def choices(self, name: str) -> tuple[Choice, ...]:
        """What there is for a setting that names a model: what came with Rotom and what is here."""
        return choices(name, self.models, self.settings)

    @property
    def interface_language(self) -> Language:
        """The language of the window and of the commands."""
        return interface_language(self.settings)

    def uses(self, model: Model) -> bool:
        """Whether the settings name the model."""
        return uses(self.settings, model)

    def choose(self, model: Model) -> str:
        """Thinks, hears or speaks with a model that is here; the name of the setting it took.

        StorageError where it is not here.
        """
        self.models.whole_path(model)
        name = settings_of(model)[0]
        self.change({name: model.id})
        return name

    def advice(self, kind: Kind) -> Advice:
        """The model of the catalogue that suits this machine as it is now, and why."""
        situation = situation_now(self.graphics)
        return advise(kind, self.models.models, situation, Language(self.settings.language))

    @property
    def graphics(self) -> Graphics:
        """What the graphics card does for the brain."""
        from rotom.engines.gpu import graphics

        return graphics(self.settings.gpu, gpu_verdicts(self.folders))

    @cached_property
    def models(self) -> ModelFolder:
        """The models that there are; StorageError where the shipped catalogue is broken."""
        return model_folder(self.folders)

    @cached_property
    def tuning(self) -> Tuning:
        """How each brain chooses its words, and what the user changed of that."""
        return tuning(self.folders, self.models)

    @property
    def starter_note(self) -> str:
        """What is to be known of the starter brain; '' where another brain is chosen."""
        if self.settings.brain:
            return ""
        return worded(
            "This is Rotom's small starter brain. It makes small talk in simple English, often "
            "misses the point, and muddles names and times. A real one can be fetched under Models."
        )

    def change(self, values: Mapping[str, object]) -> None:
        """Changes settings at once, then keeps them.

        SettingError where a value cannot be; StorageError where they cannot be kept: then they
        hold until Rotom ends.
        """
        before, self.settings = self.settings, changed(self.settings, values)
        self._apply(before)
        if self._keep:
            settings_file.save(self.folders.settings_file, self.settings)

    def engines(self) -> Engines:
        """The engines of the settings, as far as a game beside Rotom leaves room for them."""
        return self._make_engines(self.standing_back.affordable(self.settings))

    def renew_brain(self) -> None:
        """Loads the brain anew: its server's key or its own manner is another one."""
        self.session.thinking.use_brain(self.engines().brain)

    def _renew_ears(self) -> None:
        """Loads the ears anew for another number of threads; those from the box have one."""
        if self.settings.ears:
            self.session.thinking.use_ears(self.engines().ears)

    def personas_changed(self) -> None:
        """Goes on with the present persona as it is now on the shelf."""
        if self.persona != self._joined:
            self.rejoin()

    def recent(self, limit: int) -> list[Message]:
        """The newest messages with the current persona, oldest first."""
        return self._histories.journal(self.persona.id).recent(limit)

    @property
    def history(self) -> History:
        """All conversations with all personas."""
        return self._histories

    def rejoin(self) -> None:
        """Goes on with the conversation as the history has it now; stops what is being said."""
        self.session.join(self._company())
        self.guarding.listen()

    def erase(self) -> str:
        """Deletes all data of the user, goes on as if new, and tells what is left."""
        self.session.interrupt()
        before, self.settings = self.settings, Settings()
        self.recalling.forget()
        has_key = bool(before.server) and not forgotten(before.server)
        with self._histories.set_down():
            erased = erase(self.folders)
        self.shelf.read()
        self._apply(before)
        self.rejoin()
        return told_of(erased, has_key, self.folders)

    def close(self) -> None:
        self.guarding.stop()
        self.sound_devices.stop()
        self.standing_back.stop()
        self.session.stop()
        self.recalling.keep()
        for histories in (*self._earlier, self._histories):
            histories.close()

    def _look_around(self) -> None:
        self.recalling.keep()
        self.by_itself.look(self.session)

    def _note_use(self, event: Event) -> None:
        if isinstance(event, UserSaid) and self._keep:
            self.recalling.heard(event.transcript.text)
        if isinstance(event, UserSaid):
            self.by_itself.heard()
        if isinstance(event, MicrophoneOpen | UserSaid | TurnEnded):
            self.standing_back.used()

    def _keeps(self) -> bool:
        return self._keep and self.settings.keep_history

    def _company(self) -> Company:
        name = self.settings.user_name.strip()
        self._joined = self.persona
        return Company(
            persona=self._joined,
            journal=self._histories.journal(self._joined.id),
            remembered=(f"Their name is {name}.",) if name else (),
            at_the_moment=self.recalling.remembered,
        )

    def _apply(self, before: Settings) -> None:
        """Hands on what changed to those it concerns."""
        now, session = self.settings, self.session
        engines = cache(self.engines)
        concerns: tuple[tuple[tuple[str, ...], Callable[[], None]], ...] = (
            (("keep_history",), self._reopen_history),
            (("persona", "user_name", "keep_history"), lambda: session.join(self._company())),
            (SPEAKING, lambda: session.speaking.use(speaking_manner(now))),
            (("persona", *LISTENING), self.guarding.listen),
            (("voice", "korean_voice"), lambda: session.speaking.use_voices(engines().voices)),
            (
                ("brain", "threads", "gpu", *SERVER),
                lambda: session.thinking.use_brain(engines().brain),
            ),
            (
                ("ears", "language", "threads", "short_context"),
                lambda: session.thinking.use_ears(engines().ears),
            ),
            (("microphone",), lambda: session.listening.use_microphone(engines().microphone)),
            (
                ("loudspeaker",),
                lambda: session.speaking.use_loudspeaker(engines().loudspeaker),
            ),
        )
        for names, hand_on in concerns:
            if any(getattr(before, name) != getattr(now, name) for name in names):
                hand_on()

    def _reopen_history(self) -> None:
        """The one before stays open: a turn that is not over yet may still write to it."""
        self._earlier.append(self._histories)
        self._histories = open_history(self.folders.history_file, self._keeps())
