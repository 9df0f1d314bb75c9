"""The one window: its view-models and its QML put together."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QWindow
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from rotom import files
from rotom.app import SERVER, App
from rotom.conversation.events import Problem, Woke
from rotom.domain.controls import DIRECTIONS, PadAction
from rotom.domain.settings import SETTINGS
from rotom.domain.wording import worded
from rotom.system.deck_buttons import DeckButtons
from rotom.system.game_key import game_key
from rotom.system.pad_actions import PadEvent
from rotom.system.steam_keyboard import SteamKeyboard
from rotom.ui.beside_game import BesideGame
from rotom.ui.bridge import Bridge
from rotom.ui.chat import Chat
from rotom.ui.companion import Companion
from rotom.ui.focus import FocusBefore, move_focus, reveal
from rotom.ui.icons import Icons
from rotom.ui.keyboard import Keyboard
from rotom.ui.machine import Machine
from rotom.ui.models import Models
from rotom.ui.navigation import Navigation
from rotom.ui.notices import Notices
from rotom.ui.overlay import OverGame
from rotom.ui.pad import Pad
from rotom.ui.pad_keys import PadKeys, Pads
from rotom.ui.personas import Personas
from rotom.ui.privacy import Privacy
from rotom.ui.quick_deeds import deeds
from rotom.ui.quick_menu import QuickMenu
from rotom.ui.report import Report, doctor_of
from rotom.ui.settings import SettingsView
from rotom.ui.times import Times
from rotom.ui.tongue import Tongue
from rotom.ui.trial import Trial
from rotom.ui.voices import Voices

QML = Path(__file__).resolve().parent / "qml"


class WindowError(RuntimeError):
    """The window cannot open, said in one sentence."""


class MainWindow(QObject):
    """Rotom's one window. The conversation starts once the first frame was shown."""

    ready = Signal()
    """The first frame was shown and the conversation was started."""

    def __init__(self, app: App, pads: Pads | None = None, full_screen: bool = False) -> None:
        super().__init__()
        self._app = app
        self._full_screen = full_screen
        self._started = False
        self.notices = Notices(app.notices)
        self.companion = Companion(app)
        self.times = Times(app)
        self.chat = Chat(app, self)
        self.settings = SettingsView(app, self.notices.add, self.from_any_thread)
        self.personas = Personas(app, self.settings, self.notices.add)
        self.voices = Voices(app, self.settings)
        self.models = Models(app, self.notices.add)
        self.keyboard = Keyboard(SteamKeyboard(), lambda: app.interface_language)
        self.machine = Machine(app.folders.log_file, app.standing_back.uses)
        self.trial = Trial(app)
        self.report = Report(app, doctor_of(app.folders))
        self.privacy = Privacy(app, self.notices.add)
        self.pad = Pad(self.settings, lambda: app.settings, pads)
        self.quick_menu = QuickMenu(
            lambda: self.companion.property("quickReplies"),
            self.chat.say,
            partial(deeds, app, self.companion, self.chat, self.settings),
        )
        self.navigation = Navigation(
            self.companion,
            self.notices,
            self.quick_menu,
            self.settings.toggle,
            self._pad_sends,
            lambda direction: move_focus(self.quick, direction),
        )
        self.navigation.usedPad(full_screen)  # who starts Rotom there has a pad in the hands
        self.settings.changed.connect(self._setting_changed)
        self.models.settled.connect(self._models_chosen)
        self.personas.changed.connect(self.companion.refresh)
        self.privacy.erased.connect(self._all_anew)
        self._bridge = Bridge(self._take)
        self._leave = app.session.subscribe(self._bridge.send)
        self.beside_game = BesideGame(
            self.companion,
            lambda: app.settings,
            self._pad_talks,
            self.notices.add,
            self.from_any_thread,
            DeckButtons,
            game_key,
            lambda: self.quick.isActive(),  # noqa: PLW0108  # there is no window yet
        )
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("icon", Icons(files.assets() / "icons"))
        self._tongue = Tongue(self.engine.retranslate)
        self._tongue.speak(app.interface_language)
        if not app.settings.met:
            self.settings.suppose_language()
        self.quick = self.load(
            "Main.qml",
            {
                "companion": self.companion,
                "times": self.times,
                "chat": self.chat,
                "settings": self.settings,
                "personas": self.personas,
                "voices": self.voices,
                "models": self.models,
                "machine": self.machine,
                "trial": self.trial,
                "privacy": self.privacy,
                "report": self.report,
                "notices": self.notices,
                "navigation": self.navigation,
                "keyboard": self.keyboard,
                "pad": self.pad,
                "quickMenu": self.quick_menu,
            },
        )
        self.over_game = OverGame(
            self.companion, lambda: app.settings, self.quick.isActive, self.notices.add
        )
        self._before_ring = FocusBefore(self.quick, self.quick_menu)
        self.quick.activeFocusItemChanged.connect(self._focus_moved)
        self.quick.activeChanged.connect(self._active_changed)
        self.quick.visibleChanged.connect(self._active_changed)
        self.pad_keys = PadKeys(self.quick, pads, self._pad_pressed) if pads is not None else None
        if self.pad_keys is not None:
            self.pad_keys.stickMoved.connect(self.quick_menu.steer)
            self.pad_keys.stickMoved.connect(self.companion.follow)

    def show(self) -> None:
        """Opens the window, or brings the open one to the front."""
        if self.quick.isVisible():
            self.quick.raise_()
        if self.quick.visibility() == QWindow.Visibility.Minimized:
            self.quick.showNormal()
        if self._full_screen:
            self.quick.showFullScreen()
        else:
            self.quick.show()
        self.quick.requestActivate()

    def close(self) -> None:
        """Closes the window for good; the conversation itself is closed by who made it."""
        self._leave()
        self.beside_game.close()
        self.over_game.close()
        self.companion.close()
        self.personas.close()
        self.report.close()
        self.models.close()
        self._bridge.close()
        if self.pad_keys is not None:
            self.pad_keys.close()
        self._tongue.fall_silent()
        self.quick.hide()
        # Now and not later: QML must not outlive the view-models that it shows.
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete.value)

    def load(self, name: str, values: Mapping[str, object]) -> QQuickWindow:
        """A window of ours, not shown yet; WindowError where it cannot be.

        The conversation starts once one of them has shown a frame.
        """
        said: list[str] = []
        before = len(self.engine.rootObjects())
        self.engine.warnings.connect(lambda errors: said.extend(e.toString() for e in errors))
        assets = QUrl.fromLocalFile(str(files.assets())).toString()
        self.engine.setInitialProperties({**values, "assets": assets})
        self.engine.load(QUrl.fromLocalFile(str(QML / name)))
        (quick,) = self.engine.rootObjects()[before:] or (None,)
        if not isinstance(quick, QQuickWindow):
            why = "; ".join(said) or worded("no reason given")
            raise WindowError(worded("The window cannot open: {why}", why=why))
        quick.frameSwapped.connect(self._first_frame, Qt.ConnectionType.QueuedConnection)
        return quick

    def from_any_thread(self, call: Callable[[], None]) -> None:
        """Has something done on the main thread."""
        self._bridge.send(call)

    def _take(self, value: object) -> None:
        if callable(value):
            value()
            return
        match value:
            case Problem():
                self.notices.add(value.text)
            case Woke():
                self._let_go()
        views = (self.companion, self.times, self.trial, self.models, self.chat, self.pad)
        for view in views:
            view.take(value)

    def _setting_changed(self, name: str) -> None:
        if name == "interface_language":
            self._tell_anew()
        if name == "persona":
            self.chat.reload()
            self.companion.forget()
            self.personas.refresh()
        if name in ("tap_to_talk", "hands_free"):
            self.companion.endTalk()
        if name == "language":
            self.voices.refresh()
        if name in ("language", "interface_language"):
            self.personas.tell_anew()
        if name.startswith("pad_") or name in ("swap_ab", "stick_reach"):
            self.pad.refresh()
        if name == "show_times":
            self.times.refresh()
        self.beside_game.refresh()
        self.companion.refresh()
        self.models.refresh()

    def _tell_anew(self) -> None:
        """Tells in another language what was told before; what QML says follows by itself."""
        self._tongue.speak(self._app.interface_language)
        self.notices.changed.emit()
        self.companion.refresh()
        self.chat.happened.emit()
        self.chat.reload()
        self.models.listed.emit()
        self.models.progressed.emit()
        self.models.refresh()

    def _all_anew(self) -> None:
        """All data is gone: everything is as on a first start."""
        self.navigation.open("companion")
        for field in SETTINGS:
            self.settings.changed.emit(field.name)
        self.personas.cards_changed.emit()

    def _models_chosen(self) -> None:
        """Models and where Rotom thinks were chosen: other pages show it too."""
        for name in ("brain", "ears", "voice", "korean_voice", *SERVER):
            self.settings.changed.emit(name)

    def _focus_moved(self) -> None:
        item = self.quick.activeFocusItem()
        self.keyboard.focus_moved(item)
        reveal(item)

    def _pad_sends(self) -> bool:
        return self.pad_keys is not None and self.pad_keys.sending

    def _pad_talks(self) -> bool:
        return self.pad_keys is not None and PadAction.TALK in self.pad_keys.held

    def _pad_pressed(self, event: PadEvent) -> bool:
        """Takes for itself A on a text, which opens the keys on the screen, what points, and what
        would hold talk a second time."""
        self.navigation.usedPad(True)
        self.pad.used()
        if event.action is PadAction.TALK and self.beside_game.holds:
            return True
        if event.action in DIRECTIONS and self.quick_menu.points:
            return True
        return event.action is PadAction.ACTIVATE and self.keyboard.open_for(
            self.quick.activeFocusItem()
        )

    def _active_changed(self) -> None:
        self.quick.setProperty("behindGame", self._full_screen and not self.quick.isActive())
        if not (self.quick.isActive() and self.quick.isVisible()):
            self.companion.endTalk()
        self.over_game.refresh()

    def _let_go(self) -> None:
        if self.pad_keys is not None:
            self.pad_keys.let_go()
        self.companion.endTalk()

    def _first_frame(self) -> None:
        if not self._started:
            self._started = True
            self._app.session.start()
            self._app.guarding.start()
            self.beside_game.refresh()
            self.ready.emit()
