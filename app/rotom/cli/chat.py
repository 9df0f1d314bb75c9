"""`rotom chat`: a conversation in the terminal, or line by line through a pipe."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import partial

from rotom.app import App
from rotom.cli.telling import in_words, note, say
from rotom.cli.turns import running
from rotom.conversation.events import Event, Problem, ReplyGrew
from rotom.conversation.session import Engines
from rotom.conversation.turn import Outcome, Turn
from rotom.domain.settings import Settings
from rotom.domain.wording import worded
from rotom.engines.sound_files import FileLoudspeaker
from rotom.files import UserFolders
from rotom.making import real_engines
from rotom.system.machine import has_terminal


def run(folders: UserFolders, as_json: bool) -> int:
    """Ctrl-C interrupts the reply, Ctrl-D leaves; from a pipe one line is one message."""
    app = App(folders, partial(_without_sound, folders))
    for notice in app.notices:
        note(notice, folders)
    if has_terminal() and not as_json:
        return _in_terminal(app)
    return _through_pipe(app, as_json)


def _without_sound(folders: UserFolders, settings: Settings) -> Engines:
    """A chat is read, so it loads neither ears nor voice."""
    engines = real_engines(folders, settings, loudspeaker=FileLoudspeaker())
    return replace(engines, vad=None, ears=None, voices=dict)


def _in_terminal(app: App) -> int:
    print(f"{app.persona.name}: {app.persona.greeting}")
    say(worded("(Ctrl-C interrupts, Ctrl-D leaves.)"), app.folders)
    with running(app, partial(_print_live, app.folders)):
        for line in _typed_lines(in_words(worded("you: "), app.folders)):
            if not line.strip():
                continue
            print(f"{app.persona.name}: ", end="", flush=True)
            turn = app.session.say(line)
            _wait_unless_interrupted(turn)
            print()
    return 0


def _print_live(folders: UserFolders, event: Event) -> None:
    match event:
        case ReplyGrew(text=text):
            print(text, end="", flush=True)
        case Problem(text=text):
            print(f"\n({in_words(text, folders)})", file=sys.stderr, flush=True)


def _typed_lines(you: str) -> Iterator[str]:
    import readline  # noqa: F401  # gives `input` editing and a history of lines

    while True:
        try:
            yield input(you)
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            print()


def _wait_unless_interrupted(turn: Turn) -> Outcome | None:
    try:
        return turn.wait_ended()
    except KeyboardInterrupt:
        turn.cancel()
        return turn.wait_ended()


def _through_pipe(app: App, as_json: bool) -> int:
    failed = False
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text stream here
    with running(app):
        for line in sys.stdin:
            outcome = app.session.say(line).wait_ended()
            if outcome is None:
                break
            if outcome.failure:
                failed = True
                note(outcome.failure, app.folders)
            print(_line_of(outcome, as_json), flush=True)
    return 1 if failed else 0


def _line_of(outcome: Outcome, as_json: bool) -> str:
    if not as_json:
        return " ".join(outcome.heard.split())
    return json.dumps(
        {
            "reply": outcome.heard,
            "emotion": str(outcome.emotion),
            "timings": asdict(outcome.timings),
        },
        ensure_ascii=False,
    )
