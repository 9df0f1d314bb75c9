"""The graphics card is tried against the processor before it is trusted, and the verdict is kept.

What was built here knows no graphics card: children on the processor play both sides.
"""

import gc
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rotom.domain.choosing import Graphics
from rotom.domain.engines import EngineError
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.engines.child_brain import ChildBrain
from rotom.engines.gpu import graphics, on_gpu
from rotom.engines.llama_library import supports_gpu
from tests.engines.tiny_gguf import write_tiny_gguf


class Cards:
    """Loads children as if there were a card; `fault` is what that card does wrong."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.loaded: list[int] = []

    def __call__(
        self, path: Path, threads: int, sampling: Sampling | None, gpu_layers: int
    ) -> ChildBrain:
        self.loaded.append(gpu_layers)
        if gpu_layers and self.fault == "garbage" and sampling is not None:
            sampling = replace(sampling, temperature=1.5, seed=7)
        child = ChildBrain(path, threads, sampling=sampling)
        child.has_gpu = self.fault != "none"
        if gpu_layers and self.fault == "lost":
            os.kill(child.process_id, signal.SIGKILL)
        return child


@pytest.fixture
def gguf(tmp_path: Path) -> Iterator[Path]:
    yield write_tiny_gguf(tmp_path / "tiny.gguf")
    gc.collect()


def write_card(drm: Path, device: str) -> Path:
    """A graphics card as Linux lists it."""
    card = drm / "card0" / "device"
    card.mkdir(parents=True, exist_ok=True)
    (card / "vendor").write_text("0x1002\n")
    (card / "device").write_text(f"{device}\n")
    return drm


def tried(gguf: Path, cards: Cards, device: str = "0x163f") -> str:
    """'' where the card is used, else what was said."""
    drm = write_card(gguf.parent / "drm", device)
    try:
        brain = on_gpu(gguf, 1, Sampling(max_tokens=4), gguf.parent / "gpu.json", cards, drm)
    except EngineError as error:
        return str(error)
    assert list(brain.reply([Message("user", "hi")], lambda: False)) is not None
    return ""


def test_a_card_that_says_what_the_processor_says_is_used(gguf: Path) -> None:
    cards = Cards()
    assert tried(gguf, cards) == ""
    assert cards.loaded == [999, 0, 999]
    cards.loaded.clear()
    assert tried(gguf, cards) == ""
    assert cards.loaded == [999], "the verdict was not remembered"


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("lost", "its driver failed"),
        ("garbage", "something else than the processor"),
        ("none", "built without support"),
    ],
)
def test_a_card_that_fails_is_not_used_and_not_tried_again(
    gguf: Path, fault: str, says: str
) -> None:
    cards = Cards(fault)
    assert says in tried(gguf, cards)
    cards.loaded.clear()
    assert says in tried(gguf, Cards())
    assert cards.loaded == []


def test_a_trial_that_took_everything_down_is_not_repeated(gguf: Path) -> None:
    class Gone(Exception):
        pass

    def takes_the_machine_down(*_: object) -> ChildBrain:
        raise Gone

    verdicts, drm = gguf.parent / "gpu.json", write_card(gguf.parent / "drm", "0x163f")
    with pytest.raises(Gone):
        on_gpu(gguf, 1, None, verdicts, takes_the_machine_down, drm)
    assert "in the middle of its trial" in tried(gguf, Cards())


def test_another_model_has_a_trial_of_its_own(gguf: Path) -> None:
    assert tried(gguf, Cards("lost"))
    write_tiny_gguf(gguf, seed=5)
    assert tried(gguf, Cards()) == ""


def test_another_card_or_driver_has_a_trial_of_its_own(
    gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tried(gguf, Cards("lost"))
    assert tried(gguf, Cards(), "0x1435") == ""
    drivers = tmp_path / "icd.d"
    drivers.mkdir()
    (drivers / "radeon.json").write_text('{"ICD": {"api_version": "1.4.320"}}')
    monkeypatch.setattr("rotom.engines.gpu._DRIVERS", (drivers,))
    assert tried(gguf, Cards()) == ""


def test_what_the_card_does_is_known_without_loading_anything(
    gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts, drm = gguf.parent / "gpu.json", write_card(tmp_path / "drm", "0x163f")
    assert graphics(True, verdicts, drm) == Graphics.NONE, "this build knows no card"
    monkeypatch.setattr("rotom.engines.gpu._is_built_for_cards", lambda: True)
    assert graphics(True, verdicts, tmp_path / "none") == Graphics.NONE
    assert graphics(False, verdicts, drm) == Graphics.OFF
    assert graphics(True, verdicts, drm) == Graphics.ON
    assert tried(gguf, Cards("garbage"))
    assert graphics(True, verdicts, drm) == Graphics.FAILED


def test_this_build_says_whether_it_knows_a_card(gguf: Path) -> None:
    assert ChildBrain(gguf, 1).has_gpu == supports_gpu()
