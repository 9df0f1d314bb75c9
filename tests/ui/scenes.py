"""What the window is shown doing in its pictures: one scene after the other."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QEventLoop, QMetaObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from rotom.conversation.events import (
    Guarded,
    MicrophoneLevel,
    MicrophoneOpen,
    MoodChanged,
    PartlyHeard,
    Problem,
    ReplyGrew,
    SentenceStarted,
    StateChanged,
    TurnEnded,
    UserSaid,
)
from rotom.conversation.manner import Guard
from rotom.conversation.turn import Outcome, Timings
from rotom.domain.character import EMOTION_WORDS, AgentState, Emotion, Feeling
from rotom.domain.mood import awake
from rotom.domain.speech import MouthMove, Sentence, Transcript
from rotom.domain.wording import worded
from rotom.ui.main_window import MainWindow

LONG = (
    "Well, let me see. There was once a small ghost who lived in a toaster, and every morning it "
    "made the bread a little too dark, because it liked the smell. The people of the house bought "
    "a new toaster, and another one, and a third, but the ghost moved along each time.\n\n"
    "Supercalifragilisticexpialidocious" + "oooo" * 30 + "!"
)
KOREAN = (
    "안녕! 오늘은 어떤 게임을 할까? 나는 하루 종일 네 화면 속에서 반짝이며 기다렸어. "
    "배터리도 충분해!"
)
HOSTILE = "<b>Not bold</b> & <script>alert(1)</script> 🎮👻"

Scene = tuple[str, Callable[[MainWindow], None]]


def opened(page: str) -> Callable[[MainWindow], None]:
    return lambda window: window.navigation.open(page)


def state(state: AgentState, *events: object) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.navigation.open("companion")
        for event in (StateChanged(state), *events):
            window._take(event)

    return show


def felt(emotion: Emotion) -> MoodChanged:
    return MoodChanged(awake(Feeling(), 0.0), EMOTION_WORDS[emotion], emotion, 0.8)


def spoken(text: str, emotion: Emotion) -> SentenceStarted:
    return SentenceStarted(
        "t", Sentence(text, emotion), 9e3, (MouthMove(0, 0.9, "a"), MouthMove(9e3, 0.9))
    )


def pressed(*names: str) -> Callable[[MainWindow], None]:
    """Presses the buttons of these names, each once everything is laid out."""

    def show(window: MainWindow) -> None:
        for name in names:
            settle(0.1)
            QMetaObject.invokeMethod(window.quick.findChild(QQuickItem, name), "click")

    return show


def conversation(window: MainWindow) -> None:
    window.navigation.open("chat")
    for number, (said, answer, emotion) in enumerate(
        [
            ("Hi! Are you there?", "Bzzt! Always. What are we playing?", Emotion.JOY),
            ("Tell me a long story, please.", LONG, Emotion.MISCHIEF),
            ("안녕, 로토무! 한국어도 할 수 있어?", KOREAN, Emotion.AFFECTION),
            (
                "<b>Not bold</b> & <script>alert(1)</script> 🎮👻",
                "I show it as it is: <i>so</i>.",
                Emotion.NEUTRAL,
            ),
        ]
    ):
        turn = str(number)
        window._take(UserSaid(turn, Transcript(said), typed=True))
        window._take(ReplyGrew(turn, answer))
        window._take(TurnEnded(turn, Outcome(heard=answer, emotion=emotion)))


def interrupted(window: MainWindow) -> None:
    window._take(UserSaid("x", Transcript("Count to a hundred."), typed=True))
    window._take(ReplyGrew("x", "One. Two. Three. Four."))
    window._take(TurnEnded("x", Outcome(heard="One. Two.", interrupted=True)))
    window._take(UserSaid("y", Transcript("And now?"), typed=True))
    window._take(ReplyGrew("y", "Now I am still thinking about"))
    window._take(StateChanged(AgentState.THINKING))


def group(index: int) -> Callable[[MainWindow], None]:
    return paged("settings", index)


def kind_of_model(index: int) -> Callable[[MainWindow], None]:
    return paged("models", index)


def paged(page: str, index: int) -> Callable[[MainWindow], None]:
    """Opens the page and pages on to its part of that number."""

    def show(window: MainWindow) -> None:
        window.navigation.open(page)
        settle(0.1)
        while window.quick.findChild(QQuickItem, f"{page}Page").property("chosen") != index:
            window.navigation.paged.emit(1)

    return show


def live(window: MainWindow) -> None:
    """The Listening settings while somebody speaks hands-free."""
    group(2)(window)
    for event in (
        MicrophoneOpen(True),
        Guarded(Guard.ROTOM),
        MicrophoneLevel(0.62, floor=0.21, speech=0.86, stands_out=0.31),
    ):
        window._take(event)


def scrolled(window: MainWindow) -> None:
    page = window.quick.findChild(QQuickItem, "settingsScroll")
    page.setProperty("contentY", max(0, page.property("contentHeight") - page.property("height")))


def size(width: int, height: int) -> Callable[[MainWindow], None]:
    return lambda window: window.quick.resize(width, height)


LISTENING = (MicrophoneOpen(True), MicrophoneLevel(0.7), PartlyHeard("t", "what are we going to"))
HEARD = UserSaid("t", Transcript("What are we going to play tonight?"), typed=False)
CLOSED = (MicrophoneOpen(False), HEARD)
ENDED = TurnEnded("t", Outcome())
NO_MODEL = Problem(
    worded(
        "The brain {path} is missing. Choose another one, or fetch it again.",
        path="models/starter/brain/rotom-starter.gguf",
    )
)


def scenes() -> Iterator[Scene]:
    yield "companion-loading", state(AgentState.LOADING)
    yield "companion-idle", state(AgentState.IDLE, felt(Emotion.JOY))
    yield "companion-listening", state(AgentState.LISTENING, *LISTENING)
    yield "companion-thinking", state(AgentState.THINKING, *CLOSED)
    yield (
        "companion-speaking",
        state(AgentState.SPEAKING, spoken("Something with lightning, I hope!", Emotion.MISCHIEF)),
    )
    yield (
        "companion-long-caption",
        state(AgentState.SPEAKING, spoken(LONG[:262] + " " + KOREAN, Emotion.AFFECTION)),
    )
    yield "companion-correcting", pressed("heard")
    yield "companion-replies", pressed("keepHeard", "editReplies")
    yield "companion-answered", pressed("editReplies")
    yield (
        "companion-sleeping",
        state(AgentState.SLEEPING, ENDED, felt(Emotion.SLEEPY)),
    )
    yield "companion-times", timed
    yield "companion-pad", lambda window: window.navigation.usedPad(True)
    yield "companion-ring", ring
    yield "chat-empty", chat_without_ring
    yield "chat-full", conversation
    yield "chat-interrupted", interrupted
    for index, name in enumerate(
        (
            "personality",
            "voice",
            "listening",
            "brain",
            "appearance",
            "controls",
            "gaming",
            "privacy",
            "about",
        )
    ):
        yield f"settings-{name}", group(index)
        if name not in ("gaming", "privacy", "about"):
            yield f"settings-{name}-end", scrolled
    for index, name in enumerate(("brain", "ears", "voice")):
        yield f"models-{name}", kind_of_model(index)
    yield "settings-live", live
    yield "keyboard", keyboard
    yield "no-model", no_model
    yield "small-companion", size(800, 600)
    yield "small-chat", opened("chat")
    yield "small-settings", group(1)
    yield "small-settings-personality", group(0)
    yield "large-companion", large


def ring(window: MainWindow) -> None:
    window.quick_menu.open()
    window.quick_menu.steer(0.9, -0.9)


def chat_without_ring(window: MainWindow) -> None:
    window.quick_menu.cancel()
    window.navigation.open("chat")


def timed(window: MainWindow) -> None:
    """After an answer, with its times shown in the corner."""
    window._app.change({"show_times": True})
    times = Timings(412.0, 385.0, 431.0, 587.0, 4100.0)
    window._take(TurnEnded("t", Outcome(committed=True, heard="Hi.", timings=times)))


def large(window: MainWindow) -> None:
    window.notices.dismissNewest()
    window.navigation.open("companion")
    window.quick.resize(1920, 1080)


def no_model(window: MainWindow) -> None:
    window.keyboard.close()
    window.navigation.open("companion")
    window._take(NO_MODEL)


def keyboard(window: MainWindow) -> None:
    window.navigation.open("chat")
    settle(0.2)
    window.keyboard.open_for(window.quick.activeFocusItem())
    settle(0.2)
    for sign in "Hello":
        window.keyboard.put(sign)


def settle(seconds: float) -> None:
    """Lets Qt work for a while."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < seconds * 1000:
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
