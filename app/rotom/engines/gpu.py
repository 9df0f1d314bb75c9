"""The graphics card, tried before it is trusted: it has to say what the processor says."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from rotom.domain.catalog import Sampling
from rotom.domain.engines import EngineError, LanguageModel
from rotom.domain.news import BrainAway
from rotom.domain.speech import Message
from rotom.domain.wording import worded
from rotom.engines.child_brain import ChildBrain

ALL_LAYERS = 999

GENTLE: Mapping[str, str] = {"GGML_VK_MAX_NODES_PER_SUBMIT": "16"}
"""Short pieces of work: small graphics chips lose the device over long ones (llama.cpp #21724)."""

_TRIAL = (Message("user", "Count from one to five."),)
_TRIAL_TOKENS = 12
_SAME_LETTERS = 12
"""So much of the two answers has to be the same; rounding lets them part later."""

_CARDS = Path("/sys/class/drm")

LoadChild = Callable[[Path, int, Sampling | None, int], ChildBrain]


def load_child(path: Path, threads: int, sampling: Sampling | None, gpu_layers: int) -> ChildBrain:
    return ChildBrain(path, threads, sampling=sampling, gpu_layers=gpu_layers, environment=GENTLE)


def on_gpu(
    path: Path,
    threads: int,
    sampling: Sampling | None,
    verdicts: Path,
    load: LoadChild = load_child,
    cards: Path = _CARDS,
) -> LanguageModel:
    """The brain on the graphics card; EngineError where there is none or it failed its trial.

    A trial's verdict is kept in the file `verdicts`, for this card, system, library and model.
    """
    key = _key(path, cards)
    known = _read(verdicts)
    if key not in known:
        _keep(verdicts, {**known, key: ""})  # stays if the trial takes the whole machine down
        known[key] = _tried(path, threads, load)
        _keep(verdicts, known)
    if known[key] != "good":
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
    return "good"


def _answer(brain: LanguageModel) -> str:
    return "".join(brain.reply(_TRIAL, lambda: False))


def _key(path: Path, cards: Path) -> str:
    """The card, the system, the library and the model: whatever of it changes asks for a trial."""
    found = []
    for card in sorted(cards.glob("card?/device")):
        for name in ("vendor", "device"):
            try:
                found.append((card / name).read_text("ascii").strip())
            except (OSError, ValueError):
                continue
    system = os.uname()
    stat = path.stat()
    return " ".join([*found, system.release, path.name, str(stat.st_size), str(stat.st_mtime_ns)])


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
