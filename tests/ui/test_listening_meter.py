"""What the Listening settings show live: the level, what stands out, the speech, the guard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rotom.app import App
from rotom.conversation.events import Guarded, MicrophoneLevel, MicrophoneOpen
from rotom.conversation.manner import Guard
from rotom.files import user_folders
from rotom.ui.companion import Companion
from tests.cast import Cast


@pytest.fixture
def companion(qtbot: QtBot, tmp_path: Path) -> Iterator[Companion]:
    app = App(user_folders(tmp_path), Cast().engines)
    companion = Companion(app)
    yield companion
    companion.close()
    app.close()


def test_the_meter_has_the_level_its_mark_and_the_probability(companion: Companion) -> None:
    companion.take(MicrophoneOpen(True))
    companion.take(MicrophoneLevel(0.6, floor=0.2, speech=0.8, stands_out=0.3))
    assert (companion.level, companion.standsOut, companion.speech) == (0.6, 0.3, 0.8)


def test_a_closed_microphone_hears_nothing(companion: Companion) -> None:
    companion.take(MicrophoneOpen(True))
    companion.take(MicrophoneLevel(0.6, speech=0.8))
    companion.take(MicrophoneOpen(False))
    assert (companion.level, companion.speech) == (0.0, 0.0)


@pytest.mark.parametrize("guard", list(Guard))
def test_each_guard_is_told_in_words_of_its_own(companion: Companion, guard: Guard) -> None:
    assert companion.guardWords == ""
    companion.take(Guarded(guard))
    words = companion.guardWords
    assert words.startswith("Hands-free: ")
    companion.take(Guarded(Guard.DEAF if guard is not Guard.DEAF else Guard.ROTOM))
    assert companion.guardWords != words
