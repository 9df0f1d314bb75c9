"""The graphics card, tried before it is trusted: it has to say what the processor says."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from rotom.domain.choosing import Graphics
from rotom.domain.engines import EngineError, LanguageModel
from rotom.domain.news import BrainAway
from rotom.domain.sampling import Sampling
from rotom.domain.speech import Message
from rotom.domain.wording import worded
from rotom.engines.child_brain import ChildBrain

ALL_LAYERS = 999

GENTLE: Mapping[str, str] = {
    "GGML_VK_MAX_NODES_PER_SUBMIT": "16",
    "DISABLE_GAMESCOPE_WSI": "1",
}
"""Short pieces of work, because small graphics chips lose the device over long ones (llama.cpp
#21724); and nothing of Gamescope's layer, which may end programs that draw nothing."""

_TRIAL = (Message("user", "Count from one to five."),)
_TRIAL_TOKENS = 12
_SAME_LETTERS = 12
"""So much of the two answers has to be the same; rounding lets them part later."""

_CARDS = Path("/sys/class/drm")
_DRIVERS = (Path("/usr/share/vulkan/icd.d"), Path("/etc/vulkan/icd.d"), Path("/sys/module/nvidia"))
_BACKENDS = ("libggml-vulkan", "libggml-cuda", "libggml-hip", "libggml-sycl")
"""The parts of llama.cpp that know graphics cards, each a file beside the library."""

_GOOD = "good"

LoadChild = Callable[[Path, int, Sampling | None, int], ChildBrain]


def load_child(path: Path, threads: int, sampling: Sampling | None, gpu_layers: int) -> ChildBrain:
    return ChildBrain(path, threads, sampling=sampling, gpu_layers=gpu_layers, environment=GENTLE)


def graphics(wanted: bool, verdicts: Path, cards: Path = _CARDS) -> Graphics:
    """What the card does for the brain, where `wanted` is the setting; loads nothing."""
    if not _of_cards(cards) or not _is_built_for_cards():
        return Graphics.NONE
    if not wanted:
        return Graphics.OFF
    machine = _machine(cards)
    tried = [said for key, said in _read(verdicts).items() if key.startswith(machine)]
    return Graphics.FAILED if tried and _GOOD not in tried else Graphics.ON


def on_gpu(
    path: Path,
    threads: int,
    sampling: Sampling | None,
    verdicts: Path,
    load: LoadChild = load_child,
    cards: Path = _CARDS,
) -> ChildBrain:
    """The brain on the graphics card; EngineError where there is none or it failed its trial.

    A trial's verdict is kept in the file `verdicts`, for this card, driver, library and model.
    """
    key = _key(path, cards)
    known = _read(verdicts)
    if key not in known:
        _keep(verdicts, {**known, key: ""})  # stays if the trial takes the whole machine down
        known[key] = _tried(path, threads, load)
        _keep(verdicts, known)
    if known[key] != _GOOD:
        why = worded(known[key] or "it ended in the middle of its trial")
        raise EngineError(worded("The graphics card is not used: {why}.", why=why))
    return load(path, threads, sampling, ALL_LAYERS)


def _tried(path: Path, threads: int, load: LoadChild) -> str:
    """ "good", or what was wrong."""
    greedy = Sampling(temperature=0.0, repeat_penalty=1.0, max_tokens=_TRIAL_TOKENS, seed=1)
    try:
        on_card = load(path, threads, greedy, ALL_LAYERS)
        if not on_card.has_gpu:
            return worded("llama.cpp was built without support for it")
        theirs = _answer(on_card)
        del on_card
        ours = _answer(load(path, threads, greedy, 0))
    except BrainAway:
        return worded("its driver failed")
    if ours[:_SAME_LETTERS] != theirs[:_SAME_LETTERS]:
        return worded("it computes something else than the processor")
    return _GOOD


def _answer(brain: LanguageModel) -> str:
    return "".join(brain.reply(_TRIAL, lambda: False))


def _key(path: Path, cards: Path) -> str:
    """The machine and the model: whatever of them changes asks for a trial."""
    stat = path.stat()
    return f"{_machine(cards)} {path.name} {stat.st_size} {stat.st_mtime_ns}"


def _machine(cards: Path) -> str:
    """The cards, the system with its drivers, and the library."""
    return " ".join([*_of_cards(cards), os.uname().release, _drivers(), _library_version()])


def _of_cards(cards: Path) -> list[str]:
    """Maker and kind of each card, as the system numbers them."""
    found = []
    for card in sorted(cards.glob("card?/device")):
        for name in ("vendor", "device"):
            try:
                found.append((card / name).read_text("ascii").strip())
            except (OSError, ValueError):
                continue
    return found


def _drivers() -> str:
    """Stands for the drivers' versions: Mesa's files name theirs, NVIDIA's module has its own."""
    digest = hashlib.sha256()
    for folder in _DRIVERS:
        for path in sorted((*folder.glob("*.json"), *folder.glob("version"))):
            try:
                digest.update(path.read_bytes())
            except OSError:
                continue
    return digest.hexdigest()[:12]


def _library_version() -> str:
    return version("llama-cpp-python")


def _is_built_for_cards() -> bool:
    spec = find_spec("llama_cpp")
    folders = [Path(each) / "lib" for each in (spec and spec.submodule_search_locations) or ()]
    return any(file.name.startswith(_BACKENDS) for folder in folders for file in folder.glob("*"))


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(key): str(value) for key, value in kept.items()}


def _keep(path: Path, verdicts: Mapping[str, str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(verdicts), "utf-8")
    except OSError:  # then there is a trial each time
        return
