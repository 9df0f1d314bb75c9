"""`rotom talk`: one spoken turn from a sound file, its reply to another."""

import json
from functools import partial
from pathlib import Path

from rotom.app import App
from rotom.cli.turns import EngineNames, running, turn_json, wait_until_loaded
from rotom.conversation.events import Event, SentenceStarted
from rotom.conversation.turn import Outcome
from rotom.domain.engines import EngineError
from rotom.engines.sound_files import FileLoudspeaker, read_sound, write_wav
from rotom.files import UserFolders
from rotom.making import real_engines


def run(folders: UserFolders, source: Path, out: Path | None, as_json: bool, keep: bool) -> int:
    sound = read_sound(source)
    loudspeaker = FileLoudspeaker()
    names = EngineNames()
    seconds: list[float] = []

    def note_length(event: Event) -> None:
        if isinstance(event, SentenceStarted):
            seconds.append(event.seconds)

    app = App(folders, partial(real_engines, folders, loudspeaker=loudspeaker), keep=keep)
    wait = wait_until_loaded(app)
    with running(app, names.note, note_length):
        wait()
        outcome = app.session.hear(sound.samples).wait_ended()
    if outcome is None:
        raise EngineError("The turn did not end.")
    if outcome.failure and outcome.transcript is not None:
        raise EngineError(outcome.failure)
    if out is not None and outcome.heard:
        write_wav(out, loudspeaker.sound)
    if as_json:
        print(json.dumps(turn_json(outcome, names, seconds), ensure_ascii=False))
    else:
        _tell(outcome)
    return 0


def _tell(outcome: Outcome) -> None:
    if outcome.transcript is None:
        print("Heard nothing: there are no words in this sound.")
        return
    timings = outcome.timings
    print(f"heard: {outcome.transcript.text}")
    print(f"reply: [{outcome.emotion}] {outcome.heard}")
    print(
        f"heard after {timings.heard_ms} ms, first token {timings.first_token_ms} ms, "
        f"first sound {timings.first_audio_ms} ms, all {timings.total_ms} ms"
    )
