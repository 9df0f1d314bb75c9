"""What is no speech, heard while Rotom speaks, stops nothing and leaves nothing low."""

import pytest

from tests.bench.barge_in import OVER_REPLY, PIECE_S, over_replies


@pytest.mark.parametrize("name", OVER_REPLY)
def test_coughs_laughter_and_a_game_let_the_reply_go_on(name: str) -> None:
    stopped, _, left_low = over_replies(OVER_REPLY[name](2 * PIECE_S + 4.0), 2)
    assert (stopped, left_low) == (0, 0)
