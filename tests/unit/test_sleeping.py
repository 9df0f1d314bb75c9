"""The machine sleeps and wakes: it is noticed once, sound comes back, and the mood has moved on."""

from pathlib import Path

import pytest

from rotom.app import App
from rotom.conversation.events import MoodChanged
from rotom.files import user_folders
from rotom.system.sleeping import Sleeping, asleep_s
from rotom.ui.window import keep_steams_libraries_from_children
from tests.cast import Cast
from tests.conftest import Watch
from tests.patience import PATIENCE_S


def test_a_sleep_is_told_once_and_a_moment_is_none() -> None:
    clock = iter([100.0, 100.2, 3700.2, 3700.3])
    sleeping = Sleeping(lambda: next(clock))
    assert sleeping.slept_s() == 0
    assert sleeping.slept_s() == pytest.approx(3600)
    assert sleeping.slept_s() == 0


def test_this_machine_tells_how_long_it_slept() -> None:
    assert asleep_s() > -1


def test_after_a_sleep_sound_is_opened_anew_and_the_talk_goes_on(tmp_path: Path) -> None:
    cast, watch = Cast(), Watch()
    app = App(user_folders(tmp_path), cast.engines)
    app.session.subscribe(watch)
    app.session.start()
    assert app.session.say("I love you").wait_ended(PATIENCE_S) is not None
    asked, moods = len(cast.made_for), len(watch.of(MoodChanged))
    app.by_itself.resume(app.session)
    watch.wait_for_count(MoodChanged, moods + 1)
    assert len(cast.made_for) == asked + 1
    outcome = app.session.say("still there?").wait_ended(PATIENCE_S)
    app.close()
    assert outcome is not None
    assert outcome.heard
    assert "I love you" in [m.text for m in cast.brain.asked[-1]]


def test_programs_that_rotom_starts_do_not_get_steams_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import os

    monkeypatch.setenv("LD_PRELOAD", "/x/ubuntu12_64/gameoverlayrenderer.so")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/x/ubuntu12_32/steam-runtime/lib:/opt/lib")
    keep_steams_libraries_from_children()
    assert "LD_PRELOAD" not in os.environ
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
