"""The view-model of the chat: a part of a conversation, and what can be done to its messages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from rotom.app import App
from rotom.conversation.events import ReplyGrew, TurnEnded, UserSaid
from rotom.domain.conversations import Exchange
from rotom.domain.engines import EngineError
from rotom.domain.speech import Language
from rotom.domain.text import language_of
from rotom.storage.conversations import Conversations
from rotom.ui.conversations import ConversationList
from rotom.ui.lines import Line, day_words, ended, lines_of, new_line
from rotom.ui.lines_model import LinesModel
from rotom.ui.tongue import shown

PAGE = 60
"""Exchanges that are read from the history at once."""

MOST_LINES = 600
"""Messages that are held at once; those far from what is looked at are read again when needed."""

GO_ON: Mapping[Language, str] = {Language.ENGLISH: "Go on.", Language.KOREAN: "계속해 줘."}


class Chat(LinesModel):
    """Grows with what is said; an interrupted reply keeps what was heard of it and says so.

    Of a long conversation it holds a part: `fetchOlder` and `fetchNewer` move it along.
    """

    moved = Signal()
    jumped = Signal(int)
    happened = Signal()

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._early: dict[str, str] = {}
        self._older = self._newer = False
        self._told = ""
        self._undo: Callable[[], None] | None = None
        self._list = ConversationList(app, self)
        self.reload()

    conversations = Property(QObject, lambda self: self._list, constant=True)
    told = Property(str, lambda self: shown(self._told), notify=happened)
    canUndo = Property(bool, lambda self: self._undo is not None, notify=happened)
    hasNewer = Property(bool, lambda self: self._newer, notify=moved)

    @property
    def talks(self) -> Conversations:
        return Conversations(self._app.history, self._app.persona.id)

    @Slot()
    def reload(self) -> None:
        """Shows the end of the present persona's conversation."""
        with self._telling():
            exchanges = self.talks.exchanges(self.talks.current, PAGE)
            self._show(lines_of(exchanges), older=len(exchanges) == PAGE, newer=False)
        self.grew.emit()

    def jump(self, turn: int, mine: bool = True) -> None:
        """Shows the part of the conversation around a turn, and goes to one of its messages."""
        with self._telling():
            talks = self.talks
            before = talks.exchanges(talks.current, PAGE // 2, before=turn + 1)
            after = talks.exchanges(talks.current, PAGE // 2, after=turn)
            whole = len(before) < PAGE // 2, len(after) < PAGE // 2
            self._show(lines_of([*before, *after]), older=not whole[0], newer=not whole[1])
            rows = [row for row, line in enumerate(self._lines) if line.turn == turn]
            wanted = [row for row in rows if self._lines[row].mine == mine]
            self.jumped.emit((wanted or rows or [len(self._lines) - 1])[0])

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Says what has happened, and how it is undone where it can be."""
        self._told, self._undo = text, undo
        self.happened.emit()

    @Slot()
    def dismiss(self) -> None:
        self.tell("")

    @Slot()
    def undo(self) -> None:
        if (undo := self._undo) is not None:
            self.tell("")
            with self._telling():
                undo()

    def take(self, event: object) -> None:
        """An event of the session, on the main thread."""
        match event:
            case UserSaid(turn_id, transcript):
                self._begin(turn_id, transcript.text)
            case ReplyGrew(turn_id, text):
                self._grow(turn_id, text)
            case TurnEnded(turn_id, outcome):
                self._early.pop(turn_id, None)
                row = self._reply_row(turn_id)
                if row is not None:
                    line = ended(self._lines[row], outcome)
                    if line is None:
                        self._remove(row, row)
                    else:
                        self._set(row, line)
                self._count_versions(turn_id)
                self._list.refresh()

    @Slot(str)
    def say(self, text: str) -> None:
        if text.strip():
            self.tell("")
            self._app.session.say(text)

    @Slot(str, bool)
    def copy(self, turn_id: str, mine: bool) -> None:
        if (row := self._row(turn_id, mine)) is not None:
            self.copyText(self._lines[row].text)

    @Slot(str)
    def copyText(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.tell("Copied.")

    @Slot(str)
    def again(self, turn_id: str) -> None:
        """Another reply to the same words; the one before is kept as a version."""
        with self._telling():
            found = self.talks.exchange(turn_id)
            if found is not None and found[1].said:
                self._say_instead(found[1], found[1].said)

    @Slot(str, str)
    def resend(self, turn_id: str, text: str) -> None:
        """Other words in the place of earlier ones, which are kept with what followed them.

        Where the earlier ones were not kept, the words are said nevertheless.
        """
        if text.strip():
            with self._telling():
                found = self.talks.exchange(turn_id)
                if found is None:
                    self.say(text)
                else:
                    self._say_instead(found[1], text)

    @Slot(str)
    def goOn(self, turn_id: str) -> None:
        """Asks for more of a reply, in its language."""
        row = self._row(turn_id, mine=False)
        spoken = Language(self._app.settings.language)
        text = self._lines[row].text if row is not None else ""
        self.say(GO_ON[language_of(text, spoken)])

    @Slot(str, bool)
    def remove(self, turn_id: str, mine: bool) -> None:
        with self._telling():
            talks, place = self.talks, self._row(turn_id, mine)
            talks.remove(turn_id, mine)
            self._app.rejoin()
            if place is not None:
                self._remove(place, place)
            self._list.refresh()

            def bring_back() -> None:
                talks.bring_back(turn_id, mine)
                self._app.rejoin()
                self._see(turn_id)

            self.tell("The message was deleted.", bring_back)

    @Slot(str, bool, int)
    def version(self, turn_id: str, mine: bool, step: int) -> None:
        """Shows another version of a message, and what followed that one."""
        with self._telling():
            turn = self.talks.version_beside(turn_id, mine, step)
            if turn is not None:
                self._app.session.interrupt()
                self.talks.show(turn)
                self._app.rejoin()
                self.jump(turn, mine)
                self._list.refresh()

    @Slot()
    def fetchOlder(self) -> None:
        """Reads what comes before the first message that is held."""
        if not self._older or not self._lines:
            return
        with self._telling():
            first = self._lines[0].turn
            exchanges = self.talks.exchanges(self.talks.current, PAGE, before=first)
            self._older = len(exchanges) == PAGE
            self._insert(0, lines_of(exchanges))
            if len(self._lines) > MOST_LINES and not any(line.growing for line in self._lines):
                self._newer = True
                self._remove(MOST_LINES, len(self._lines) - 1)
            self.moved.emit()

    @Slot()
    def fetchNewer(self) -> None:
        if not self._newer or not self._lines:
            return
        with self._telling():
            last = self._lines[-1].turn
            exchanges = self.talks.exchanges(self.talks.current, PAGE, after=last)
            self._newer = len(exchanges) == PAGE
            self._insert(len(self._lines), lines_of(exchanges))
            if len(self._lines) > MOST_LINES:
                self._older = True
                self._remove(0, len(self._lines) - MOST_LINES - 1)
            self.moved.emit()

    @Slot(str, result=str)
    def dayWords(self, day: str) -> str:
        return day_words(day)

    def _say_instead(self, exchange: Exchange, text: str) -> None:
        self._app.session.interrupt()
        self._app.history.branch_at(self._app.persona.id, exchange.id)
        self._app.rejoin()
        rows = [row for row, line in enumerate(self._lines) if line.turn_id == exchange.turn_id]
        if rows:
            self._remove(rows[0], len(self._lines) - 1)
        self._newer = False
        self.say(text)

    def _see(self, turn_id: str) -> None:
        found = self.talks.exchange(turn_id)
        if found is not None:
            self.jump(found[1].id)
        self._list.refresh()

    def _begin(self, turn_id: str, text: str) -> None:
        if self._newer:
            self.reload()
        kept = [row for row, line in enumerate(self._lines) if line.turn_id == turn_id]
        if kept:  # it was written down before this came, and read back since
            self._remove(kept[0], kept[-1])
        self._insert(
            len(self._lines),
            [new_line(True, text, turn_id), new_line(False, "", turn_id, growing=True)],
        )
        self._grow(turn_id, self._early.pop(turn_id, ""))
        self.grew.emit()

    def _grow(self, turn_id: str, text: str) -> None:
        row = self._reply_row(turn_id)
        if row is None:  # not committed yet: kept until the user's words are shown
            self._early[turn_id] = self._early.get(turn_id, "") + text
            return
        line = self._lines[row]
        if line.growing and text:
            self._set(row, replace(line, text=(line.text + text).lstrip()))

    def _count_versions(self, turn_id: str) -> None:
        """The place of a turn among its versions, once it is written down."""
        with self._telling():
            found = self.talks.exchange(turn_id)
            if found is None:
                return
            for counted in lines_of([found[1]]):
                row = self._row(turn_id, counted.mine)
                if row is not None:
                    self._set(
                        row,
                        replace(
                            self._lines[row],
                            turn=counted.turn,
                            version=counted.version,
                            versions=counted.versions,
                        ),
                    )

    def _show(self, lines: Sequence[Line], older: bool, newer: bool) -> None:
        self.beginResetModel()
        self._early.clear()
        self._lines = list(lines)
        self._older, self._newer = older, newer
        self.endResetModel()
        self._list.refresh()
        self.moved.emit()

    def _reply_row(self, turn_id: str) -> int | None:
        return self._row(turn_id, mine=False)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except EngineError as error:
            self.tell(str(error))
