"""The history in the prompt: cut in big steps between turns, and read ahead of the words."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue

from rotom.conversation.events import EngineReady, TurnEnded
from rotom.conversation.manner import ListeningManner
from rotom.conversation.prompting import KEPT_SHARE, NEWEST_TOKENS, REPLY_TOKENS, Prompting
from rotom.domain.engines import ANY_WORDS, never
from rotom.domain.prompt import Facts, newest_message
from rotom.domain.speech import Message
from rotom.engines.scripted import ScriptedBrain, ScriptedEars
from tests.conftest import PERSONA, MakeStand, Stand
from tests.patience import PATIENCE_S
from tests.unit.test_talking_over import loud, quiet

WORDS = " ".join(["word"] * 22)
"""With what a message costs besides, thirty tokens of the scripted brain."""


def exchanges(count: int) -> list[Message]:
    return [
        Message(role, f"{number} {WORDS[:-5]}")
        for number in range(count)
        for role in ("user", "assistant")
    ]


def brain_with_room_for(messages: int) -> ScriptedBrain:
    brain = ScriptedBrain(["Hi."])
    system = Prompting().prepare(brain, PERSONA, ())[0]
    fixed = brain.count_tokens(system.text) + 8 + REPLY_TOKENS + NEWEST_TOKENS
    return ScriptedBrain(["Hi."], context_tokens=fixed + 30 * messages)


def test_a_history_that_fits_is_kept_whole() -> None:
    prompting = Prompting()
    prompting.begin(exchanges(10))
    assert prompting.prepare(brain_with_room_for(20), PERSONA, ())[1:] == exchanges(10)


def test_a_history_that_is_too_long_is_cut_so_far_that_it_fits_for_many_turns() -> None:
    brain = brain_with_room_for(20)
    prompting = Prompting()
    prompting.begin(exchanges(10))
    kept = prompting.prepare(brain, PERSONA, ())
    cuts = 0
    for number in range(40):
        said, heard = exchanges(1)
        prompting.add(said, heard)
        before, kept = kept, prompting.prepare(brain, PERSONA, ())
        if kept[: len(before)] != before:
            cuts += 1
            assert len(kept) - 1 <= KEPT_SHARE * 20
            assert kept[1].role == "user"
        assert kept[-2:] == [said, heard], number
    assert cuts == 8, "once in five exchanges"


def test_a_turn_that_needs_the_room_takes_it_from_the_oldest() -> None:
    brain = brain_with_room_for(20)
    prompting = Prompting()
    prompting.begin(exchanges(10))
    assert len(prompting.prepare(brain, PERSONA, ())) == 21
    long = " ".join(["word"] * 400)
    messages = prompting.messages(brain, PERSONA, (), long, Facts())
    assert messages[-1].text == long
    assert messages[-2] == exchanges(10)[-1]
    assert sum(brain.count_tokens(m.text) + 8 for m in messages) <= (
        brain.context_tokens - REPLY_TOKENS
    )


Warm = tuple[list[Message], tuple[str, ...]]


class _Reading(ScriptedBrain):
    """Tells a test what it reads ahead."""

    def __init__(self) -> None:
        super().__init__(["Hi."])
        self._read: SimpleQueue[Warm] = SimpleQueue()

    def warm(
        self,
        messages: Sequence[Message],
        newest: Sequence[str] = ANY_WORDS,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        super().warm(messages, newest, cancelled)
        self._read.put((list(messages), tuple(newest)))

    def wait_for(self, is_it: Callable[[Warm], bool]) -> Warm:
        while not is_it(read := self._read.get(timeout=PATIENCE_S)):
            pass
        return read


def talk(stand: MakeStand, brain: _Reading) -> Stand:
    parts = stand(
        brain=brain,
        ears=ScriptedEars(["one two three", "four five six"]),
        listening=ListeningManner(hands_free=True, headphones=True),
    )
    parts.watch.wait_for(EngineReady, lambda event: event.kind == "ears")
    return parts


def test_the_prompt_is_read_up_to_its_words_while_the_user_still_speaks(stand: MakeStand) -> None:
    brain = _Reading()
    parts = talk(stand, brain)
    parts.microphone.push(loud(0.5))
    first, newest = brain.wait_for(lambda read: read[1] != ANY_WORDS)
    assert not brain.asked
    parts.microphone.push(quiet(1.2))
    parts.watch.wait_for(TurnEnded)
    prompt = brain.asked[-1]
    assert prompt[:-1] == first
    opening = newest_message("", Facts(mood="x")).partition("x")[0]
    assert all(text.startswith(opening) for text in (prompt[-1].text, *newest))


def test_an_exchange_is_read_as_soon_as_it_is_over(stand: MakeStand) -> None:
    brain = _Reading()
    parts = talk(stand, brain)
    parts.session.say("hello")
    messages, _ = brain.wait_for(lambda read: len(read[0]) == 3)
    assert [message.text for message in messages[1:]] == ["hello", "Hi."]
