"""Reads the command line, runs what it asks for, and turns failures into sentences."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from rotom import __version__
from rotom.cli import history_options, personas_options, steam_options
from rotom.cli.helping import Helping
from rotom.cli.models_options import add_arguments, add_server_arguments
from rotom.domain.engines import EngineError
from rotom.domain.settings import SettingError
from rotom.files import UserFolders, user_folders

DONE, FAILED, WRONG_USAGE = 0, 1, 2


OpenWindow = Callable[[UserFolders, bool], int]
"""Opens the window on those folders, on the whole screen or not; the exit code."""

DrawPicture = Callable[[str, int, int], bytes]
"""A picture for a library of games by its name, width and height, as the bytes of a PNG file."""


def main(
    open_window: OpenWindow, draw_picture: DrawPicture, arguments: Sequence[str] | None = None
) -> int:
    """Runs the command; 0 done, 1 failed with a sentence on stderr, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    folders = user_folders(options.data)
    try:
        _keep_log(folders)
        return _run(options, folders, open_window, draw_picture)
    except (EngineError, SettingError) as error:
        from rotom.cli.telling import note

        note(str(error), folders)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return FAILED


def _keep_log(folders: UserFolders) -> None:
    from rotom.storage.log_file import start_log

    if notice := start_log(folders.log_file):
        from rotom.cli.telling import note

        note(notice, folders)


def _run(
    options: argparse.Namespace,
    folders: UserFolders,
    open_window: OpenWindow,
    draw_picture: DrawPicture,
) -> int:
    """Each command has a module of its own, imported when it is asked for."""
    match options.command:
        case None:
            from rotom.cli import start

            return start.run(folders, partial(open_window, folders, options.full_screen))
        case "chat":
            from rotom.cli import chat

            return chat.run(folders, options.json)
        case "talk":
            from rotom.cli import talk

            return talk.run(folders, options.input, options.out, options.json, options.keep)
        case "transcribe":
            from rotom.cli import transcribe

            return transcribe.run(folders, options.input, options.json)
        case "say":
            from rotom.cli import say

            return say.run(folders, options.text, options.out, options.voice, options.json)
        case "models" | "server" | "history" | "personas" | "erase" as name:
            return int(import_module(f"rotom.cli.{name}").run(folders, options))
        case "steam":
            from rotom.cli import steam

            return steam.run(folders, options, draw_picture)
        case "licences":
            from rotom.cli import licences

            return licences.run(options.name, options.json)
        case "doctor":
            from rotom.cli import doctor

            return doctor.run(folders, options.json)
        case _:
            from rotom.cli import bench

            return bench.run(folders, options.recordings, options.json)


def _parser() -> argparse.ArgumentParser:
    # An option of a command says nothing where it is not given, so that the one before it holds.
    common = _with_data_option(default=argparse.SUPPRESS)
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print JSON for programs",
    )

    parser = argparse.ArgumentParser(
        prog="rotom",
        formatter_class=Helping,
        parents=[_with_data_option(default=None)],
        description="A little electric ghost to talk with, on this device, offline. "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"rotom {__version__}")
    parser.add_argument(
        "--full-screen", action="store_true", help="open the window on the whole screen"
    )
    parser.set_defaults(json=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=says,
            description=says,
            parents=[common, as_json],
            formatter_class=Helping,
        )

    command("chat", "talk in the terminal; from a pipe, a line in is a message, a line out a reply")
    talk = command("talk", "one spoken turn from a sound file")
    talk.add_argument("input", type=Path, metavar="IN", help="wav, flac, mp3 or ogg")
    talk.add_argument("--out", type=Path, metavar="OUT.wav", help="where the spoken reply goes")
    talk.add_argument("--keep", action="store_true", help="keep the turn in the history")
    transcribe = command("transcribe", "print what is said in a sound file")
    transcribe.add_argument("input", type=Path, metavar="IN", help="wav, flac, mp3 or ogg")
    say = command("say", "speak a text into a sound file")
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--out", type=Path, metavar="OUT.wav", required=True)
    say.add_argument("--voice", metavar="ID", help="a voice of `rotom models`")
    models = command("models", "find, fetch, choose and remove brains, ears and voices")
    add_arguments(models, [common, as_json])
    server = command("server", "where Rotom thinks: on this machine or on a server of yours")
    add_server_arguments(server, [common, as_json])
    history = command("history", "list, search, save, take over and delete conversations")
    history_options.add_arguments(history, [common, as_json])
    personas = command("personas", "list, show, bring in, save and remove personalities")
    personas_options.add_arguments(personas, [common, as_json])
    steam = command("steam", "Rotom in the Steam library: add it, take it out, how it stands")
    steam_options.add_arguments(steam, [common, as_json])
    licences = command("licences", "what Rotom stands on, under which licence, where its source is")
    licences.add_argument("name", nargs="?", metavar="NAME", help="print the words of its licence")
    erase = command("erase", "delete all your data: conversations, personalities, settings, log")
    erase.add_argument("--yes", action="store_true", help="without a question")
    command("doctor", "look at this machine and say what to do about each problem")
    bench = command("bench", "time each stage and the whole turn, in about two minutes")
    bench.add_argument(
        "recordings",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="listen to these recordings of people instead: is each heard to its end?",
    )
    return parser


def _with_data_option(default: str | None) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=default,
        help="keep settings, history and models in one folder",
    )
    return options
