"""The options of `rotom models` and `rotom server`, apart from the work: the help is quick."""

import argparse
from collections.abc import Sequence

from rotom.cli.actions import actions_of


def add_arguments(
    models: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> None:
    """What can be done with models; without a word they are listed."""
    action = actions_of(models, parents)
    action("list", "list the models that there are, and which are here")
    show = action("show", "tell all about a model, or a GGUF file, before it is loaded")
    show.add_argument("id", metavar="ID|PATH")
    get = action("get", "fetch models; without a name those that suit this machine")
    get.add_argument("ids", nargs="*", metavar="ID", help="a model of `rotom models list`")
    get.add_argument("--accept-licence", action="store_true", help="accept the licence it has")
    get.add_argument(
        "--limit",
        type=_megabytes,
        metavar="MB/S",
        help="fetch no faster than that",
    )
    get.add_argument("--no-links", action="store_true", help="fetch what other programs have, too")
    use = action("use", "think, hear or speak with a model from now on")
    use.add_argument("id", metavar="ID", help="a model that is here, or one that came with Rotom")
    tune = action("tune", "change how a brain chooses its words, or tell how it does")
    tune.add_argument("id", metavar="ID", help='a brain, a GGUF file, "starter" or "server"')
    tune.add_argument("values", nargs="*", metavar="NAME=VALUE", help="such as temperature=0.7")
    tune.add_argument("--reset", action="store_true", help="leave it its own way again")
    remove = action("remove", "remove models and free their space")
    remove.add_argument("ids", nargs="*", metavar="ID")
    remove.add_argument("--unused", action="store_true", help="all that are not in use")
    path = action("path", "print where a model is")
    path.add_argument("id", metavar="ID")
    verify = action("verify", "read models and compare them with their checksums")
    verify.add_argument("ids", nargs="*", metavar="ID", help="without one: all that are here")
    add = action("add", "add a model of your own: a GGUF file, a Piper voice, a Whisper folder")
    add.add_argument("place", metavar="PATH|OWNER/NAME/FILE", help="on this machine or on the hub")
    add.add_argument("--id", default="", help="its name from now on")
    check = action("verify-catalog", "compare the catalogue with the hub, over the network")
    check.add_argument("ids", nargs="*", metavar="ID", help="without one: all")


def add_server_arguments(
    server: argparse.ArgumentParser, parents: Sequence[argparse.ArgumentParser]
) -> None:
    """What can be done about a brain on a server; without a word it is told where Rotom thinks."""
    action = actions_of(server, parents)
    use = action("use", "think on a server from now on")
    use.add_argument("address", metavar="ADDRESS", help="such as http://192.168.1.20:8080")
    use.add_argument("--model", default="", metavar="NAME", help="without it: the server's first")
    use.add_argument("--agree", action="store_true", help="let your words go to that server")
    test = action("test", "ask a server for its models and one word")
    test.add_argument("address", metavar="ADDRESS", nargs="?", default="")
    action("key", "keep the server's key, read from the terminal or a pipe, in the keyring")
    action("off", "think on this machine again")


def _megabytes(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.001 <= value <= 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of megabytes a second")
    return value * 1e6
