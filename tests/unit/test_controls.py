"""What the buttons of a pad do, whatever the user gave them to, and what stands on them."""

from collections.abc import Mapping

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from rotom.domain.controls import (
    ALWAYS,
    CHOSEN,
    FREE,
    NO_BUTTON,
    PadAction,
    PadButton,
    bindings,
    given,
    holder,
    sector,
)
from rotom.domain.pad_families import PadFamily, family_of, label, sign
from rotom.domain.settings import Settings, about

AS_SHIPPED = {action: getattr(Settings(), f"pad_{action}") for action in CHOSEN}

choices = st.fixed_dictionaries(
    {action: st.sampled_from([*map(str, FREE), NO_BUTTON]) for action in CHOSEN}
)


def test_every_action_has_a_setting_and_no_two_share_a_button_as_shipped() -> None:
    for action in CHOSEN:
        assert about(f"pad_{action}").group == "Controls"
        assert holder(AS_SHIPPED, action) is None
    assert set(bindings(AS_SHIPPED).values()) == set(PadAction) - {PadAction.HANDS_FREE}


@whatever(choices)
def test_whatever_is_chosen_one_can_move_press_and_go_back(
    chosen: Mapping[PadAction, str],
) -> None:
    bound = bindings(chosen)
    assert {button: bound[button] for button in ALWAYS} == dict(ALWAYS)


@whatever(choices)
def test_a_button_does_what_is_chosen_or_it_is_told_what_it_does_instead(
    chosen: Mapping[PadAction, str],
) -> None:
    bound = bindings(chosen)
    for action in CHOSEN:
        if chosen[action] == NO_BUTTON:
            assert action not in bound.values()
            assert holder(chosen, action) is None
        else:
            does = bound[PadButton(chosen[action])]
            assert holder(chosen, action) is (None if does is action else does)


def test_a_and_b_change_places_where_that_is_wanted() -> None:
    bound = bindings(AS_SHIPPED, swap_ab=True)
    assert bound[PadButton.A] is PadAction.BACK
    assert bound[PadButton.B] is PadAction.ACTIVATE


def test_who_is_given_the_button_of_another_gives_its_own() -> None:
    now = given(AS_SHIPPED, PadAction.TALK, PadButton.L1)
    assert now[PadAction.TALK] == "l1"
    assert now[PadAction.PREVIOUS] == "r1"
    assert all(holder(now, action) is None for action in CHOSEN)


def test_who_is_given_the_button_that_it_has_keeps_it() -> None:
    assert given(AS_SHIPPED, PadAction.TALK, PadButton.R1) == AS_SHIPPED


@pytest.mark.parametrize(
    ("x", "y", "index"),
    [(0, -1, 0), (0.7, -0.7, 1), (1, 0, 2), (0, 1, 4), (-1, 0, 6), (-0.7, -0.7, 7), (-0.1, -1, 0)],
)
def test_a_stick_points_to_the_sector_in_its_direction(x: float, y: float, index: int) -> None:
    assert sector(x, y, 8, 0.5) == index


def test_a_stick_in_the_middle_and_an_empty_ring_point_to_nothing() -> None:
    assert sector(0.3, 0.3, 8, 0.5) is None
    assert sector(1.0, 0.0, 0, 0.5) is None


@pytest.mark.parametrize(
    ("vendor", "name", "family"),
    [
        (0x28DE, "Steam Virtual Gamepad", PadFamily.DECK),
        (0x054C, "Wireless Controller", PadFamily.PLAYSTATION),
        (0x057E, "Pro Controller", PadFamily.SWITCH),
        (0, "DualSense Wireless Controller", PadFamily.PLAYSTATION),
        (0, "Nintendo Switch Joy-Con (L)", PadFamily.SWITCH),
        (0x0E6F, "Some pad", PadFamily.XBOX),
    ],
)
def test_a_pad_is_known_by_its_maker_or_its_name(vendor: int, name: str, family: PadFamily) -> None:
    assert family_of(vendor, name) is family


@pytest.mark.parametrize("family", list(PadFamily))
def test_no_two_buttons_of_a_pad_look_alike(family: PadFamily) -> None:
    buttons = [b for b in PadButton if b not in (PadButton.UP, PadButton.DOWN)]
    looks = [(label(b, family), sign(b, family)) for b in buttons]
    assert all(words for words, _ in looks)
    assert len(set(looks)) == len(looks)
    signs = [drawn for b in buttons if (drawn := sign(b, family)) not in ("", "pad-cross")]
    assert len(set(signs)) == len(signs)
