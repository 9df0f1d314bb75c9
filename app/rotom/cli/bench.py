"""`rotom bench`: how long each stage and the whole turn take on this machine."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from rotom.app import App
from rotom.cli.heard_turns import recorded
from rotom.cli.spoken_turns import (
    SLOW_EARS_S,
    Loaded,
    compared,
    in_sequence_ms,
    published,
    slow,
    spent,
    talked,
)
from rotom.cli.start import QUESTION
from rotom.cli.turns import running, wait_until_loaded
from rotom.domain.engines import EngineError
from rotom.domain.prompt import Facts, turn_messages
from rotom.domain.speech import FRAME_SAMPLES, HEARING_RATE_HZ, Language, Samples
from rotom.engines.sound_files import FileLoudspeaker, read_sound
from rotom.files import UserFolders, assets
from rotom.making import real_engines
from rotom.manners import listening_manner, speaking_manner

ROUNDS = 5

PAUSE_S = 0.32
"""A pause that is longer than what thinking ahead waits for, and shorter than the end of a turn."""

SENTENCE = "I would love to hear how your game went today."

Row = tuple[str, float, str]


def run(folders: UserFolders, folder: Path | None, as_json: bool) -> int:
    """`folder` has recordings of people, which are listened to instead of all else."""
    question = read_sound(assets() / QUESTION).samples
    app = App(folders, partial(real_engines, folders, loudspeaker=FileLoudspeaker()), keep=False)
    if folder is not None:
        rows = list(recordings(app, folder))
    else:
        measured = (stages, whole_turn, hands_free, energy)
        rows = [row for each in measured for row in each(app, question)]
    if as_json:
        print(json.dumps([{"what": w, "median": v, "unit": u} for w, v, u in rows]))
    else:
        if folder is None:
            seconds = len(question) / HEARING_RATE_HZ
            print(f"medians of {ROUNDS}; the question lasts {seconds:.1f} s")
        for what, value, unit in rows:
            print(f"{what:72} {value:10.2f} {unit}")
    return 0


def stages(app: App, question: Samples) -> Iterator[Row]:
    """Each engine by itself, loaded and called by hand."""
    engines = app.engines()
    if engines.vad is None or engines.ears is None:
        raise EngineError("There are no ears to measure.")
    with _timed() as elapsed:
        vad = engines.vad()
    yield "voice activity: load", elapsed(), "ms"
    frames = question[: len(question) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
    yield "voice activity: one frame of 32 ms", _each(vad.probability, list(frames)), "ms"

    with _timed() as elapsed:
        ears = engines.ears()
    yield "ears: load", elapsed(), "ms"
    ends = []
    for _ in range(ROUNDS):
        ears.start(Language.ENGLISH)
        for frame in frames:
            ears.feed(frame)
        with _timed() as elapsed:
            ears.finish()
        ends.append(elapsed())
    yield "ears: words after the end of speech, fed live", median(ends), "ms"

    with _timed() as elapsed:
        brain = engines.brain()
    yield "brain: load", elapsed(), "ms"
    first, rates = [], []
    for number in range(ROUNDS):
        messages = turn_messages(app.persona, (), f"hello, round {number}", Facts())
        began_s = time.perf_counter()
        reply = brain.reply(messages, lambda: False)
        pieces = [(piece, time.perf_counter()) for piece in reply]
        first.append((pieces[0][1] - began_s) * 1000)
        generated = brain.count_tokens("".join(piece for piece, _ in pieces))
        rates.append(generated / max(1e-6, pieces[-1][1] - began_s))
    yield "brain: first token", median(first), "ms"
    yield "brain: tokens a second", median(rates), "1/s"

    with _timed() as elapsed:
        voice = engines.voices()[Language.ENGLISH]
    yield "voice: load", elapsed(), "ms"
    prosody = speaking_manner(app.settings).prosody
    lengths = []

    def speak(text: str) -> None:
        lengths.append(voice.synthesise(text, Language.ENGLISH, prosody).audio.seconds)

    speaking_ms = _each(speak, [SENTENCE] * ROUNDS)
    yield "voice: a sentence of 10 words", speaking_ms, "ms"
    yield "voice: real-time factor", speaking_ms / 1000 / median(lengths), "x"


def whole_turn(app: App, question: Samples) -> Iterator[Row]:
    """From the end of the question to each milestone of the reply, through the session."""
    wait = wait_until_loaded(app)
    outcomes = []
    with running(app):
        wait()
        for _ in range(ROUNDS):
            outcome = app.session.hear(question).wait_ended()
            if outcome is None or outcome.failure:
                raise EngineError(outcome.failure if outcome else "The turn did not end.")
            outcomes.append(outcome.timings)
    for name in ("heard_ms", "first_token_ms", "first_audio_ms", "total_ms"):
        values = [value for t in outcomes if (value := getattr(t, name)) is not None]
        title = name.removesuffix("_ms").replace("_", " ")
        yield f"whole turn: {title}", float(np.median(values)), "ms"


def hands_free(app: App, question: Samples) -> Iterator[Row]:
    """In real time: the question is spoken, and the end of the turn has to be noticed."""
    loaded = _loaded(app)
    manner = replace(listening_manner(app.settings), hands_free=True, headphones=True)
    asked = [question] * ROUNDS
    one_by_one = [in_sequence_ms(loaded, question) for question in asked]
    yield from compared(talked(loaded, manner, asked), one_by_one, ROUNDS).rows("hands-free")
    yield from published()
    for ears_s in SLOW_EARS_S:
        in_sequence = in_sequence_ms(slow(loaded.vad, ears_s), question)
        turns = talked(slow(loaded.vad, ears_s), manner, asked)
        name = f"slow machine, ears of {1000 * ears_s:.0f} ms"
        yield from compared(turns, [in_sequence], ROUNDS).rows(name)


def energy(app: App, question: Samples) -> Iterator[Row]:
    """What a turn costs that has a pause in its middle, where thinking ahead is in vain."""
    loaded = _loaded(app)
    pause = np.zeros(round(PAUSE_S * HEARING_RATE_HZ), np.float32)
    halting = np.concatenate([question, pause, question])
    manner = replace(listening_manner(app.settings), hands_free=True, headphones=True)
    for name, ahead in (("thinking ahead", True), ("not thinking ahead", False)):
        turns = talked(loaded, replace(manner, speculate=ahead), [halting] * ROUNDS)
        yield from spent(name, turns)


def _loaded(app: App) -> Loaded:
    engines = app.engines()
    if engines.vad is None or engines.ears is None:
        raise EngineError("There are no ears to measure.")
    ears = engines.ears()
    return Loaded(engines.vad, lambda: ears, engines.brain(), engines.voices()[Language.ENGLISH])


def recordings(app: App, folder: Path) -> Iterator[Row]:
    loaded = _loaded(app)
    language = Language(app.settings.language)
    patience = listening_manner(app.settings).patience
    return recorded(folder, loaded.vad(), loaded.ears(), language, patience)


def _each(work: Callable[..., object], items: list[object] | list[str] | list[Samples]) -> float:
    """The median milliseconds of a call."""
    taken = []
    for item in items:
        with _timed() as elapsed:
            work(item)
        taken.append(elapsed())
    return median(taken)


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    began_s = time.perf_counter()
    ended: list[float] = []
    yield lambda: (ended[0] - began_s) * 1000
    ended.append(time.perf_counter())
