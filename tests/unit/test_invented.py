"""What ears make up is dropped, and what people say is kept."""

import pytest

from rotom.domain.invented import Evidence, is_doubtful, was_invented

SURE = Evidence(logprob=-0.2, no_speech=0.05, compression=1.0, seconds=2.0)
HESITANT = Evidence(logprob=-0.7, no_speech=0.4, compression=1.0, seconds=2.0)

PHANTOMS = (
    "Thanks for watching!",
    "Thank you for watching.",
    "Please subscribe.",
    "Subtitles by the Amara.org community",
    "시청해 주셔서 감사합니다.",
    "시청해주셔서 감사합니다",
    "다음 영상에서 만나요!",
    "구독과 좋아요 부탁드려요",
    "MBC 뉴스 이덕영입니다.",
    "Thank you.",
    "감사합니다.",
    "You",
)
SAID = ("Stop!", "What is your name?", "이름이 뭐야?", "Thank you for the help with the dragon.")


@pytest.mark.parametrize("text", PHANTOMS)
def test_words_that_ears_make_up_need_more_to_be_believed(text: str) -> None:
    assert was_invented(text, HESITANT)
    assert not was_invented(text, SURE), "somebody may say them after all"


@pytest.mark.parametrize("text", SAID)
def test_what_people_say_is_believed_with_less(text: str) -> None:
    assert not was_invented(text, HESITANT)


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(-1.6, 0.0, 1.0, 2.0),
        Evidence(-1.1, 0.7, 1.0, 2.0),
        Evidence(-0.1, 0.0, 2.5, 2.0),
    ],
    ids=["hardly probable", "probably silence", "in a loop"],
)
def test_no_words_are_believed_against_the_evidence(evidence: Evidence) -> None:
    assert was_invented("What is your name?", evidence)


def test_more_words_than_anybody_could_say_were_not_said() -> None:
    short = Evidence(-0.2, 0.05, 1.0, 0.5)
    assert was_invented("I was going to tell you about the dragon", short)
    assert not was_invented("Hi Rotom!", short)


def test_doubt_is_a_reason_to_listen_again() -> None:
    assert not is_doubtful(SURE)
    assert is_doubtful(Evidence(-1.2, 0.0, 1.0, 2.0))
    assert is_doubtful(Evidence(-0.2, 0.0, 3.0, 2.0))
