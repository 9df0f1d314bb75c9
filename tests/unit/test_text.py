"""Replies cut into sentences, whatever the model and its tokens are like."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotom.domain.character import Emotion
from rotom.domain.speech import Language, Sentence
from rotom.domain.text import (
    LONGEST_SENTENCE,
    cleaned,
    heard_part,
    language_of,
    sentences,
    shown,
    speakable,
    strongest,
    word_at,
)

JOY, FEAR, MISCHIEF = Emotion.JOY, Emotion.FEAR, Emotion.MISCHIEF


def texts(reply: str) -> list[str]:
    return [sentence.text for sentence in sentences([reply])]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("", []),
        ("   \n ", []),
        ("Hello", ["Hello"]),
        ("Hi! How are you? Fine.", ["Hi!", "How are you?", "Fine."]),
        ("Wait... what?! No way.", ["Wait... what?!", "No way."]),
        ("Hmm… okay.", ["Hmm… okay."]),
        ("One line\nand another\n\nlast", ["One line", "and another", "last"]),
        ("Windows\r\nlines.\r\n", ["Windows", "lines."]),
        ('He said "Stop!" Then he left.', ['He said "Stop!"', "Then he left."]),
        ("She (he?) ran. “Go.” Now!", ["She (he?) ran.", "“Go.”", "Now!"]),
        ("Dr. Oak met Mr. Mime at 5 p.m. in town.", ["Dr. Oak met Mr. Mime at 5 p.m. in town."]),
        ("Pick a type, e.g. fire. Good.", ["Pick a type, e.g. fire.", "Good."]),
        ("J. R. R. Tolkien wrote it.", ["J. R. R. Tolkien wrote it."]),
        ("So do I. You too.", ["So do I.", "You too."]),
        ("Is it vs.\nor not", ["Is it vs.", "or not"]),
        ("It costs 3.50 today. Really.", ["It costs 3.50 today.", "Really."]),
        ("I won 3. Great.", ["I won 3.", "Great."]),
        ("1. Eat.\n2. Sleep.", ["1. Eat.", "2. Sleep."]),
        ("Version 2.0.1 is out!", ["Version 2.0.1 is out!"]),
        ("See rotom.example for more.", ["See rotom.example for more."]),
        ("no. really", ["no.", "really"]),
        ("Zap!! Zap!!!", ["Zap!!", "Zap!!!"]),
        ("... ?! —", []),
        ("Ready? ... Go!", ["Ready?", "Go!"]),
        ("Hi 😀 there! 🎉", ["Hi 😀 there!", "🎉"]),
        ("too   many\t spaces  here.", ["too many spaces here."]),
        # Korean
        ("안녕! 나는 로토무야. 반가워?", ["안녕!", "나는 로토무야.", "반가워?"]),
        ("네. 좋아요. 왜? 음.", ["네.", "좋아요.", "왜?", "음."]),
        ("오늘은 3.5도야. 춥지?", ["오늘은 3.5도야.", "춥지?"]),
        ("아하하ㅋㅋㅋ 재밌다~ 또 하자!", ["아하하ㅋㅋㅋ 재밌다~ 또 하자!"]),
        ("“정말?” 하고 물었다.", ["“정말?” 하고 물었다."]),
        # Full-width ends need no space
        ("네。좋아요！또 해요？네", ["네。", "좋아요！", "또 해요？", "네"]),
        ("「はい。」そうです。", ["「はい。」", "そうです。"]),
        ("네。。 음", ["네。。", "음"]),
    ],
)
def test_a_reply_is_cut_where_its_sentences_end(reply: str, expected: list[str]) -> None:
    assert texts(reply) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("[joy] Hi! There.", [Sentence("Hi!", JOY), Sentence("There.")]),
        ("[joy]Hi![fear]Oh no.", [Sentence("Hi!", JOY), Sentence("Oh no.", FEAR)]),
        ("Hi. [mischief] Boo!", [Sentence("Hi."), Sentence("Boo!", MISCHIEF)]),
        ("Hi [joy] there.", [Sentence("Hi there.", JOY)]),
        ("[Joy] Hi. [ FEAR ] Oh.", [Sentence("Hi.", JOY), Sentence("Oh.", FEAR)]),
        ("[joy]\nHi there.", [Sentence("Hi there.", JOY)]),
        ("[joy] ... Hi there.", [Sentence("Hi there.", JOY)]),
        ("[joy] [fear] Hi.", [Sentence("Hi.", JOY)]),
        ("[laughs] Hi. [very happy] Ho.", [Sentence("Hi."), Sentence("Ho.")]),
        ("[happy][joy] Hi.", [Sentence("Hi.", JOY)]),
        ("[neutral] Hi.", [Sentence("Hi.")]),
        ("[joy]", []),
        ("[joy] Hi. [fea", [Sentence("Hi.", JOY)]),
        ("Hi. [", [Sentence("Hi.")]),
        ("[joy] 1. Jump!", [Sentence("1. Jump!", JOY)]),
        ("[joy] 정말 좋아! [sadness] 그런데 끝이야.",
         [Sentence("정말 좋아!", JOY), Sentence("그런데 끝이야.", Emotion.SADNESS)]),
        (
            "[this bracket is far too long for a mark] Hi.",
            [Sentence("[this bracket is far too long for a mark] Hi.")],
        ),
        ("a [b\nc] d.", [Sentence("a [b"), Sentence("c] d.")]),
        ("<think>Should I? Yes.</think>[joy] Hi.", [Sentence("Hi.", JOY)]),
        ("Hi. <think>[fear] Hm.\n\n</think>\n\nBye.", [Sentence("Hi."), Sentence("Bye.")]),
        ("Hi. <think>never ends. Not at all.", [Sentence("Hi.")]),
        ("Hi. <thi", [Sentence("Hi."), Sentence("<thi")]),
        ("I <3 you. a<b", [Sentence("I <3 you."), Sentence("a<b")]),
        ("<<think>x</think>y.", [Sentence("<y.")]),
        ("<think></think></think>y.", [Sentence("</think>y.")]),
    ],
)  # fmt: skip
def test_marks_and_thoughts_are_taken_out_and_marks_are_felt(
    reply: str, expected: list[Sentence]
) -> None:
    assert list(sentences([reply])) == expected
    assert list(sentences(iter(reply))) == expected


replies = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("[joy]", "[fear] ", "[odd]", "[", "]", ".", "!", "?", "...", "…", "。", "！"),
                *(" ", "  ", "\n", "\n\n", '"', "”", ")", "」", "Mr.", "e.g.", "1.", "A.", "I."),
                *("네", "안녕", "hello", "world", ", ", "<think>", "</think>", "<", "<thi", "😀"),
                *("```", "\n```py\n", "\n    "),
                *("word " * 30, "word" * 60, "a, " * 40),
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=25,
).map("".join)


@settings(max_examples=150)
@given(reply=replies, data=st.data())
def test_the_sentences_are_the_same_however_the_reply_comes(
    reply: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(reply)), max_size=20)))
    pieces = [reply[start:end] for start, end in zip([0, *cuts], [*cuts, len(reply)], strict=True)]
    whole = list(sentences([reply]))
    assert list(sentences(pieces)) == whole
    assert list(sentences(reply)) == whole


@settings(max_examples=150)
@given(replies)
def test_no_sentence_is_empty_or_too_long_or_has_a_mark_or_a_line_break(reply: str) -> None:
    for sentence in sentences([reply]):
        assert sentence.text == " ".join(sentence.text.split())
        assert 0 < len(sentence.text) <= LONGEST_SENTENCE + 1
        assert "[joy]" not in sentence.text


@settings(max_examples=150)
@given(replies)
def test_no_letter_outside_marks_and_thoughts_is_lost_or_doubled(reply: str) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    reply = reply.replace("<", "").replace("[", "").replace("]", "")
    assert letters(" ".join(texts(reply))) == letters(reply)


def test_a_sentence_is_given_as_soon_as_the_next_one_begins() -> None:
    asked: list[str] = []

    def pieces() -> Iterator[str]:
        for piece in ["[jo", "y] Hi", " there", ".", " How", " are you"]:
            asked.append(piece)
            yield piece

    assert next(sentences(pieces())) == Sentence("Hi there.", JOY)
    assert asked[-1] == " How"


def test_a_long_sentence_is_cut_at_its_last_comma_in_reach() -> None:
    clause = "and then the little ghost went on and on, "
    cut = texts(clause * 12)
    assert len(cut) > 2
    assert all(text.endswith(",") for text in cut)
    assert all(len(text) > LONGEST_SENTENCE // 2 for text in cut[:-1])


def test_a_long_sentence_without_commas_is_cut_at_a_space_and_without_those_anywhere() -> None:
    assert all(text.endswith("word") for text in texts("word " * 200))
    assert [len(text) for text in texts("x" * 500)] == [220, 220, 60]


def test_an_early_comma_does_not_make_a_tiny_piece() -> None:
    first = texts("Oh, " + "word " * 60)[0]
    assert len(first) > LONGEST_SENTENCE // 2


def test_a_mark_is_never_cut_in_two() -> None:
    for filling in range(180, 225):
        (first, *rest) = sentences(["x" * filling + " [joy] y" + "z" * 40])
        assert "[" not in "".join(s.text for s in (first, *rest))
        assert JOY in [s.emotion for s in (first, *rest)]


def test_a_very_long_reply_is_cut_in_reasonable_time() -> None:
    began = time.process_time()
    count = sum(1 for _ in sentences(["This is one sentence. "] * 5000))
    assert count == 5000
    assert len(list(sentences(["<think>" + "hm. " * 25_000 + "</think>Hi."]))) == 1
    assert time.process_time() - began < 5


def test_the_emotion_of_a_reply_is_that_of_its_first_sentence_that_has_one() -> None:
    assert strongest(sentences(["Hi. [fear] Oh. [joy] Ah."])) is FEAR
    assert strongest(sentences(["Hi. Oh."])) is Emotion.NEUTRAL
    assert strongest([]) is Emotion.NEUTRAL


# What was heard


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (-1.0, ""),
        (0.0, ""),
        (0.1, ""),
        (0.2, "Little"),
        (0.5, "Little ghost"),
        (0.95, "Little ghost of thunder."),
        (1.0, "Little ghost of thunder."),
        (2.0, "Little ghost of thunder."),
    ],
)
def test_a_word_counts_as_heard_once_half_of_it_was(fraction: float, expected: str) -> None:
    assert heard_part("Little ghost of thunder.", fraction) == expected


@given(st.text(), st.floats(0, 1), st.floats(0, 1))
def test_hearing_more_never_takes_words_away(text: str, one: float, other: float) -> None:
    less, more = sorted([one, other])
    assert heard_part(text, more).startswith(heard_part(text, less))
    assert text.startswith(heard_part(text, more))
    assert heard_part(text, 1.0) == text


# What is shown


def test_what_is_shown_has_no_marks_and_no_thoughts() -> None:
    assert shown("[joy] Hi <think>hm</think> [odd] there.  Yes") == "Hi there. Yes"
    assert shown("[joy] Hi <think>hm</think>there. [fe") == "Hi there. "
    assert shown("Hi <thi") == "Hi "
    assert shown("I <3") == "I <3"
    assert shown("One.\n[joy]  Two [odd]  three") == "One.\nTwo three"


def test_code_and_the_indentation_of_lists_are_shown_as_they_were_written() -> None:
    code = "```py\ndef f(x):\n    return  x[0]  # first\n```"
    assert shown(f"[joy] Look:\n{code}\n[calm]  There  it is.") == f"Look:\n{code}\nThere it is."
    assert shown(code[:-4]) == code[:-4]
    assert shown("- a\n    - b   c") == "- a\n    - b c"


@settings(max_examples=150)
@given(replies)
def test_what_is_shown_only_ever_grows(reply: str) -> None:
    before = ""
    for end in range(len(reply) + 1):
        now = shown(reply[:end])
        assert now.startswith(before)
        before = now


# Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello there", Language.ENGLISH),
        ("안녕하세요", Language.KOREAN),
        ("나는 Rotom을 정말 좋아해요", Language.KOREAN),
        ("The word 안녕 means hello", Language.ENGLISH),
        ("ㅋㅋㅋ", Language.KOREAN),
        ("12:30 😀", Language.KOREAN),
        ("", Language.KOREAN),
        ("a가", Language.KOREAN),
    ],
)
def test_the_language_is_that_of_most_letters_else_the_one_spoken(
    text: str, expected: Language
) -> None:
    assert language_of(text, otherwise=Language.KOREAN) is expected


# Typed text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  hi  ", "hi"),
        ("a\tb", "a b"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("be\x07ll\x00 \x1b[31mred\x7f", "bell [31mred"),
        ("half \ud83d emoji", "half  emoji"),
        ("\x00\x01\x02", ""),
        ("שלום עולם", "שלום עולם"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("family 👨‍👩‍👧 and 🫨", "family 👨‍👩‍👧 and 🫨"),
        ("private \ue000 use", "private  use"),
    ],
)
def test_a_typed_message_keeps_its_words_and_loses_control_characters(
    typed: str, expected: str
) -> None:
    assert cleaned(typed, 100) == expected


def test_a_typed_message_is_cut_to_its_longest_length() -> None:
    assert cleaned("x" * 100_000, 2000) == "x" * 2000
    assert cleaned("word " * 10, 5) == "word"


@given(st.text(st.characters()), st.integers(0, 50))
def test_a_cleaned_message_is_clean_short_and_can_be_written_down(text: str, longest: int) -> None:
    result = cleaned(text, longest)
    assert len(result) <= longest
    assert result.encode("utf-8").decode("utf-8") == result
    assert cleaned(result, longest) == result


# Spoken text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi there!", "Hi there!"),
        ("Hi 😀🎉 there ❤️!", "Hi there !"),
        ("**Bold** _and_ `code` # here", "Bold and code here"),
        ("<b>[x]</b> {y} a\\b", "b x /b y a b"),
        ("😀", ""),
        ("...", ""),
        ("", ""),
        ("안녕 ㅋㅋ ^^", "안녕 ㅋㅋ"),
        ("3 + 4 = 7", "3 + 4 = 7"),
        ("1️⃣ one", "1 one"),
        ("a\u200bb\u202ec", "a b c"),
    ],
)
def test_what_a_voice_says_has_no_pictures_and_no_markup(text: str, expected: str) -> None:
    assert speakable(text) == expected


@given(st.text(" abc가\n", max_size=30), st.floats(0, 1))
def test_what_sounds_is_a_whole_word_or_none(text: str, fraction: float) -> None:
    begin, end = word_at(text, fraction)
    assert text[begin:end] in ("", *text.split())


def test_the_words_sound_at_the_times_that_the_voice_tells() -> None:
    sounded = [word_at("ab cd ef", at, (0.5, 0.6, 0.9)) for at in (0.0, 0.49, 0.55, 0.7, 0.95)]
    assert sounded == [(0, 2), (0, 2), (3, 5), (6, 8), (0, 0)]
