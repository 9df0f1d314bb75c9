"""The steps of set-up, in order; nothing is done again that stands."""

import errno
import fcntl
import os
import platform
import re
import shutil
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setting_up import environment
from setting_up.console import Problem, say
from setting_up.environment import Checkout, Level

FREE_BYTES = 2_000_000_000
GLIBC = (2, 34)
"""What the wheels of Qt ask for: Debian 12, Ubuntu 22.04, SteamOS 3 and later."""

NO_POCKETSPHINX_WHEEL = ((3, 12), (3, 14))
"""PocketSphinx 5.1.1 publishes wheels for Python 3.11 and 3.13 alone."""


def main(arguments: list[str]) -> int:
    """`run`, `test` or `pins`; the exit code of the program. Never a traceback for the person."""
    checkout = Checkout(Path(__file__).resolve().parents[2])
    try:
        match arguments:
            case ["run" | "test" as level]:
                set_up(checkout, level)
            case ["pins"]:
                from setting_up import pins

                pins.write(checkout, dict(os.environ))
            case _:
                say("One of these is meant: packaging/setup run, or test, or pins.")
                return 2
    except Problem as why:
        say(str(why))
    except KeyboardInterrupt:
        say("\nStopped. The same command goes on from here.")
        return 130
    except OSError as error:
        say(_os_sentence(error))
    except Exception:  # noqa: BLE001  # the edge: the person gets a sentence, the log the rest
        say(f"Set-up has a fault of its own. Please report it with the file {checkout.log}")
        with checkout.log.open("a", encoding="utf-8") as log:
            log.write(traceback.format_exc())
    else:
        return 0
    return 1


def set_up(checkout: Checkout, level: Level) -> None:
    """Make the checkout ready; at once where it is. Raises Problem."""
    if environment.is_ready(checkout, level):
        return
    from setting_up import system  # what a ready checkout does without is not imported

    started = time.monotonic()
    _check_machine(checkout)
    checkout.log.parent.mkdir(parents=True, exist_ok=True)
    with _alone(checkout):
        if environment.is_ready(checkout, level):
            return
        checkout.log.write_text("", encoding="utf-8")
        say(f"Setting up Rotom in {checkout.root}: this happens once.")
        build_pocketsphinx = sys.version_info[:2] in NO_POCKETSPHINX_WHEEL
        needed = (
            *system.to_set_up(sys.version_info[:2], headers=build_pocketsphinx),
            *system.TO_RUN,
        )
        tests = system.to_test() if level == "test" else ()
        if os.environ.get("CI") == "true":
            needed, tests = (*needed, *tests), ()
        system.make_ready(needed, tests, checkout.log)

        env = environment.clean_environ(os.environ)
        environment.make_venv(checkout, env)
        environment.install_pins(checkout, level, env)
        _install_from_source(checkout, env)
        environment.install_checkout(checkout, env)
        environment.verify(checkout, env)
        environment.stamp(checkout, level)
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    say(f"Rotom is set up, in {minutes} min {seconds} s.")


def _install_from_source(checkout: Checkout, env: dict[str, str]) -> None:
    from setting_up import source_builds

    cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    flags = source_builds.cpu_flags(cpuinfo)
    source_builds.warn_of_a_slow_processor(flags)
    pinned = requirements(checkout.requirements("source").read_text(encoding="utf-8"))
    llama, pocketsphinx = pinned
    sources = [source_builds.llama(llama, flags)]
    if sys.version_info[:2] in NO_POCKETSPHINX_WHEEL:
        sources.append(source_builds.pocketsphinx(pocketsphinx))
    else:
        environment.install_requirement(checkout, pocketsphinx, env)
    cache = source_builds.cache_folder(env, checkout.root)
    tools = checkout.requirements("build")
    environment.install_wheels(
        checkout,
        [
            source_builds.built_wheel(each, tools=tools, cache=cache, environ=env, log=checkout.log)
            for each in sources
        ],
        env,
    )


def requirements(pinned: str) -> list[str]:
    """The requirements of a hashed file, each with its hashes on one line, in order."""
    joined = pinned.replace("\\\n", " ")
    lines = (re.sub(r"\s+", " ", line).strip() for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _check_machine(checkout: Checkout) -> None:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise Problem(
            f"Rotom is made for Linux on x86_64 processors; this is {platform.system()} on "
            f"{platform.machine()}, and some of its libraries have no build for that."
        )
    name, version = platform.libc_ver()
    if name != "glibc" or tuple(int(part) for part in version.split(".")[:2]) < GLIBC:
        raise Problem(
            f"Qt's packages need glibc {GLIBC[0]}.{GLIBC[1]} or newer (Debian 12, Ubuntu 22.04, "
            f"SteamOS 3, Fedora 35); this system has {name or 'another C library'} {version}."
        )
    if not os.access(checkout.root, os.W_OK):
        raise Problem(f"{checkout.root} cannot be written to, and the environment belongs there.")
    free = shutil.disk_usage(checkout.root).free
    if free < FREE_BYTES and not checkout.stamp.exists():
        raise Problem(
            f"Setting up takes about {FREE_BYTES / 1e9:.0f} GB, and {checkout.root} has "
            f"{free / 1e9:.1f} GB free. Make room, then run the same command again."
        )


@contextmanager
def _alone(checkout: Checkout) -> Iterator[None]:
    with (checkout.log.parent / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up of this checkout is running; waiting for it…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _os_sentence(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full{where}. Free about 2 GB and run the same command again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"This may not be written{where}: {error.strerror}. Whose folder is it?"
        case _:
            return f"The system refused a step: {error.strerror or error}{where}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
