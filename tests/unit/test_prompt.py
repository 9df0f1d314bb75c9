"""The prompt format, word for word: the starter brain is trained on exactly these strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom import files
from rotom.domain.character import Emotion, Persona
from rotom.domain.prompt import (
    PROMPT_VERSION,
    Facts,
    answered,
    chatml,
    facts_bracket,
    fit_history,
    system_prompt,
    turn_messages,
)
from rotom.domain.speech import Message
from rotom.storage.personas import load_personas

CALM = Persona("calm", "Rotom", "calm", "You are gentle.")

CHEERFUL_SYSTEM = (
    "You are Rotom, a little electric ghost who lives in a Steam Deck. You are cheerful. You are "
    "warm, curious and quick to laugh, and you like to ask how the game went.\n"
    "Answer aloud in one to three short sentences, in the user's language. A sentence may begin "
    "with one feeling: [joy] [affection] [mischief] [surprise] [sadness] [anger] [fear] [sleepy]."
)


def user(text: str) -> Message:
    return Message("user", text)


def assistant(text: str) -> Message:
    return Message("assistant", text)


def test_the_version_of_the_format_is_the_one_that_the_starter_brain_carries() -> None:
    assert PROMPT_VERSION == 1


@pytest.mark.parametrize(
    ("persona", "beginning"),
    [
        (
            "calm",
            "You are Rotom, a little electric ghost who lives in a Steam Deck. You are calm. You "
            "are gentle and unhurried, and you choose few, kind words.\nAnswer aloud",
        ),
        (
            "cheerful",
            "You are Rotom, a little electric ghost who lives in a Steam Deck. You are cheerful. "
            "You are warm, curious and quick to laugh, and you like to ask how the game went.\n"
            "Answer aloud",
        ),
        (
            "grumpy",
            "You are Rotom, a little electric ghost who lives in a Steam Deck. You are grumpy. You "
            "grumble and sigh, but you care more than you admit.\nAnswer aloud",
        ),
        (
            "mischievous",
            "You are Rotom, a little electric ghost who lives in a Steam Deck. You are "
            "mischievous. You tease a little, love pranks and puns, and you never mean harm.\n"
            "Answer aloud",
        ),
    ],
)
def test_the_shipped_personas_are_those_of_the_training(persona: str, beginning: str) -> None:
    shipped, _ = load_personas(files.assets() / "personas", files.assets() / "none")
    (its,) = (each for each in shipped if each.id == persona)
    assert system_prompt(its).startswith(beginning)


def test_the_system_message_of_a_persona_is_exactly_this() -> None:
    shipped, _ = load_personas(files.assets() / "personas", files.assets() / "none")
    (cheerful,) = (each for each in shipped if each.id == "cheerful")
    assert system_prompt(cheerful) == CHEERFUL_SYSTEM


def test_instructions_and_memories_have_lines_of_their_own() -> None:
    persona = Persona("mine", "Zap", "odd", "", "  Rhyme.\nAlways.  ")
    assert system_prompt(persona, ("Their name is Mina.", "They like Celeste.")) == (
        "You are Zap, a little electric ghost who lives in a Steam Deck. You are odd.\n"
        "Rhyme.\nAlways.\n"
        "Answer aloud in one to three short sentences, in the user's language. A sentence may "
        "begin with one feeling: [joy] [affection] [mischief] [surprise] [sadness] [anger] [fear] "
        "[sleepy].\n"
        "About the user: Their name is Mina. They like Celeste."
    )


@pytest.mark.parametrize(
    ("facts", "bracket"),
    [
        (Facts(), ""),
        (Facts(now="Tue 21:40"), "(now: Tue 21:40)"),
        (Facts(battery_percent=0), "(battery 0%)"),
        (Facts(game="Celeste"), "(game: Celeste)"),
        (Facts(game="Celeste", played="2 h"), "(game: Celeste, 2 h)"),
        (Facts(played="2 h"), ""),
        (Facts(mood="a little cheerful"), "(mood: a little cheerful)"),
        (
            Facts("Tue 21:40", 15, "Celeste", "2 h", "cheerful, a little tired"),
            "(now: Tue 21:40; battery 15%; game: Celeste, 2 h; mood: cheerful, a little tired)",
        ),
    ],
)
def test_only_what_is_known_stands_in_the_bracket(facts: Facts, bracket: str) -> None:
    assert facts_bracket(facts) == bracket


def test_a_whole_turn_is_exactly_this() -> None:
    shipped, _ = load_personas(files.assets() / "personas", files.assets() / "none")
    (cheerful,) = (each for each in shipped if each.id == "cheerful")
    history = [user("Hi!"), Message("assistant", "Bzzt! Hello!", Emotion.JOY)]
    facts = Facts(now="Tue 21:40", battery_percent=15, mood="cheerful")
    messages = turn_messages(cheerful, history, "How are you?", facts, ("Their name is Mina.",))
    assert chatml(messages) == (
        "<|im_start|>system\n" + CHEERFUL_SYSTEM + "\nAbout the user: Their name is Mina."
        "<|im_end|>\n"
        "<|im_start|>user\nHi!<|im_end|>\n"
        "<|im_start|>assistant\nBzzt! Hello!<|im_end|>\n"
        "<|im_start|>user\n(now: Tue 21:40; battery 15%; mood: cheerful) How are you?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_a_closed_conversation_has_no_reply_begun() -> None:
    assert chatml([user("Hi!"), assistant("Yo.")], open_reply=False) == (
        "<|im_start|>user\nHi!<|im_end|>\n<|im_start|>assistant\nYo.<|im_end|>\n"
    )


def test_without_facts_the_words_stand_alone() -> None:
    messages = turn_messages(CALM, (), "안녕?", Facts())
    assert [message.role for message in messages] == ["system", "user"]
    assert messages[-1] == user("안녕?")


def test_what_changes_each_turn_stands_after_all_that_does_not() -> None:
    history = [user("a"), assistant("b")]
    one = chatml(turn_messages(CALM, history, "c", Facts(now="Tue 21:40")))
    two = chatml(turn_messages(CALM, history, "c", Facts(now="Tue 21:41")))
    stable = chatml([*turn_messages(CALM, history, "", Facts())[:-1]], open_reply=False)
    assert one.startswith(stable)
    assert two.startswith(stable)


# What of the history fits


def conversation(exchanges: int) -> list[Message]:
    return [
        message
        for number in range(exchanges)
        for message in (user(f"say {number}"), assistant(f"hear {number}"))
    ]


def ten_tokens(_: Message) -> int:
    return 10


def test_a_history_that_fits_is_kept_whole() -> None:
    assert list(fit_history(conversation(5), ten_tokens, 100)) == conversation(5)
    assert list(fit_history([], ten_tokens, 0)) == []


def test_a_history_that_does_not_fit_loses_its_oldest_messages_eight_at_a_time() -> None:
    history = conversation(10)
    assert list(fit_history(history, ten_tokens, 199)) == history[8:]
    assert list(fit_history(history, ten_tokens, 119)) == history[16:]
    assert list(fit_history(history, ten_tokens, 39)) == []


def test_the_cut_stays_where_it_is_while_the_conversation_goes_on() -> None:
    cuts = []
    for exchanges in range(10, 14):
        kept = fit_history(conversation(exchanges), ten_tokens, 200)
        cuts.append(kept[0].text)
    assert cuts == ["say 0", "say 4", "say 4", "say 4"]


def test_what_is_kept_begins_with_the_user() -> None:
    history = [assistant("Hello!"), *conversation(3)]
    assert list(fit_history(history, ten_tokens, 1000)) == conversation(3)


messages = st.lists(
    st.builds(
        lambda is_user, text: user(text) if is_user else assistant(text), st.booleans(), st.text()
    ),
    max_size=40,
)


@given(messages, st.integers(-10, 400))
def test_what_is_kept_always_fits_and_is_the_end_of_the_history(
    history: list[Message], budget: int
) -> None:
    kept = list(fit_history(history, lambda message: len(message.text) + 1, budget))
    assert sum(len(message.text) + 1 for message in kept) <= max(0, budget)
    assert kept == history[len(history) - len(kept) :]
    assert not kept or kept[0].role == "user"


def test_words_that_got_no_reply_are_left_out_so_that_roles_alternate() -> None:
    history = [user("a"), user("b"), assistant("c"), user("d")]
    assert answered(history) == [user("b"), assistant("c")]
    assert answered([]) == []


@given(messages)
def test_after_that_every_message_of_the_user_has_its_reply(history: list[Message]) -> None:
    kept = answered(history)
    for place, message in enumerate(kept):
        if message.role == "user":
            assert kept[place + 1].role == "assistant"
    assert [m for m in kept if m.role == "assistant"] == [
        m for m in history if m.role == "assistant"
    ]
