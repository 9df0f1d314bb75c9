"""The declarations of the settings, and what their values may be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.domain.settings import (
    SETTINGS,
    SettingError,
    Settings,
    about,
    changed,
    checked,
    differing,
)

NAMES = [field.name for field in SETTINGS]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_title_a_help_and_a_default_that_it_accepts(name: str) -> None:
    said = about(name)
    assert said.title
    assert said.group
    assert said.help.endswith(".")
    assert checked(name, getattr(Settings(), name)) == getattr(Settings(), name)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_has_both_bounds_and_accepts_them(name: str) -> None:
    default, said = getattr(Settings(), name), about(name)
    if isinstance(default, bool) or not isinstance(default, int | float):
        assert said.low is None
        assert said.high is None
        return
    assert said.low is not None
    assert said.high is not None
    for bound in (said.low, said.high):
        assert checked(name, bound) == bound
        assert type(checked(name, bound)) is type(default)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("colour", 1, "There is no setting called 'colour'."),
        ("hands_free", 1, "hands_free is true or false, not 1."),
        ("hands_free", "yes", "hands_free is true or false, not 'yes'."),
        ("volume", True, "volume is a number, not True."),
        ("volume", "0.5", "volume is a number, not '0.5'."),
        ("volume", math.nan, "volume is a number, not nan."),
        ("volume", 1.5, "volume is between 0 and 1, not 1.5."),
        ("volume", -0.1, "volume is between 0 and 1, not -0.1."),
        ("threads", math.inf, "threads is between 0 and 32, not inf."),
        ("threads", 2.5, "threads is a whole number, not 2.5."),
        ("threads", 10**400, "threads is between 0 and 32, not a number so large."),
        ("speed", 10**400, "speed is between 0.5 and 2, not a number so large."),
        ("language", "fr", "language is one of en, ko, not 'fr'."),
        ("user_name", 3, "user_name is text, not 3."),
        ("user_name", "a" * 41, "user_name has at most 40 characters."),
        (
            "user_name",
            "Mina\nsystem",
            "user_name is one line without control characters, not 'Mina\\nsystem'.",
        ),
        (
            "microphone",
            "\ud800",
            "microphone is one line without control characters, not '\\ud800'.",
        ),
        ("persona", ["x"] * 100_000, "persona is text, not a list."),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_a_sentence(
    name: str, value: object, sentence: str
) -> None:
    with pytest.raises(SettingError) as refused:
        checked(name, value)
    assert str(refused.value) == sentence


def test_a_whole_number_may_stand_for_a_fraction_and_the_other_way_round() -> None:
    assert checked("volume", 1) == 1.0
    assert type(checked("volume", 1)) is float
    assert checked("threads", 4.0) == 4
    assert type(checked("threads", 4.0)) is int


def test_a_korean_name_is_a_name() -> None:
    assert changed(Settings(), {"user_name": "미나"}).user_name == "미나"


def test_changing_keeps_the_rest_and_one_bad_value_changes_nothing() -> None:
    louder = changed(Settings(), {"volume": 0.2, "speed": 1.5})
    assert (louder.volume, louder.speed, louder.persona) == (0.2, 1.5, Settings().persona)
    with pytest.raises(SettingError):
        changed(louder, {"volume": 0.9, "speed": 9})
    assert louder.volume == 0.2


def test_only_what_differs_is_listed() -> None:
    assert differing(Settings()) == {}
    assert differing(changed(Settings(), {"threads": 2})) == {"threads": 2}
    assert differing(changed(Settings(), {"volume": 0.8})) == {}


anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())
)


@given(name=st.sampled_from(NAMES), value=anything)
def test_any_value_is_either_accepted_as_it_is_or_refused_in_one_short_sentence(
    name: str, value: object
) -> None:
    try:
        accepted = checked(name, value)
    except SettingError as refused:
        sentence = str(refused)
    else:
        assert accepted == value
        assert checked(name, accepted) == accepted
        return
    assert len(sentence) < 200
    assert "\n" not in sentence
