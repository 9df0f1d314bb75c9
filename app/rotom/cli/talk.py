"""`rotom talk`: one spoken turn from a sound file, its reply to another."""

import json
from functools import partial
from pathlib import Path

from rotom.app import App
from rotom.cli.telling import say
from rotom.cli.turns import EngineNames, running, turn_json, wait_until_loaded
from rotom.conversation.events import Event, SentenceStarted
from rotom.conversation.turn import Outcome
from rotom.domain.character import EMOTION_WORDS
from rotom.domain.engines import EngineError
from rotom.domain.wording import worded
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
        _tell(outcome, folders)
    return 0


def _tell(outcome: Outcome, folders: UserFolders) -> None:
    if outcome.transcript is None:
        say(worded("Heard nothing: there are no words in this sound."), folders)
        return
    timings = outcome.timings
    say(worded("heard: {text}", text=outcome.transcript.text), folders)
    emotion = EMOTION_WORDS[outcome.emotion]
    say(worded("reply: [{emotion}] {text}", emotion=emotion, text=outcome.heard), folders)
    say(
        worded(
            "heard after {heard} ms, first token {token} ms, first sound {sound} ms, all {all} ms",
            heard=timings.heard_ms,
            token=timings.first_token_ms,
            sound=timings.first_audio_ms,
            all=timings.total_ms,
        ),
        folders,
    )
