"""The bundle is updated in a bare system: over a running one, cut off, without room, and back."""

import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from bundling.bare import OFFSCREEN, PLAYER, Root, Trial

HOME = f"/home/{PLAYER}"
UNPACKED_SO_FAR_BYTES = 50_000_000
ROOM = "700m"
"""Enough for one version, and not for two."""


def another(bundle: Path, folder: Path, number: int) -> str:
    """A bundle of the same contents that is another file, with its installer; the call of that."""
    folder.mkdir()
    copy = Path(shutil.copy(bundle, folder))
    with copy.open("ab") as file:  # a frame that zstd skips
        file.write(b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + number.to_bytes(4, "little"))
    with copy.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    copy.with_name(copy.name + ".sha256").write_text(f"{digest}  {copy.name}\n", encoding="ascii")
    shutil.copy(bundle.with_name(bundle.name.replace(".tar.zst", "-install.sh")), folder)
    return f"sh '{folder.name}'/rotom-*-install.sh"


def try_updates(trial: Trial, root: Root, bundle: Path) -> None:
    """Begins where one version is installed, and ends there."""
    newer = another(bundle, root.home / "새 것", 1)
    newest = another(bundle, root.home / "more new", 2)
    first = _current(root)
    _over_a_running_one(trial, root, newer)
    ran = root.as_player(f"{newer} --rollback")
    trial.look("went back", ran, ran.returncode == 0 and _current(root) == first)
    _killed(trial, root, newest)
    _without_room(trial, root, newer, newest)


def _over_a_running_one(trial: Trial, root: Root, newer: str) -> None:
    before = _current(root)
    command = root.command("exec .local/bin/rotom", OFFSCREEN)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(5)
        ran = root.as_player(newer)
        lives = running.poll() is None
        running.terminate()
    after = _current(root)
    kept = (root.home / ".local/opt/rotom/versions" / before).is_dir()
    trial.look("updated over a running one", ran, lives and kept and after not in ("", before))


def _killed(trial: Trial, root: Root, newest: str) -> None:
    before = _current(root)
    versions = root.home / ".local/opt/rotom/versions"
    with subprocess.Popen(root.command(newest), start_new_session=True) as running:
        while running.poll() is None and _bytes_of(versions.glob(".new-*/**/*")) < (
            UNPACKED_SO_FAR_BYTES
        ):
            time.sleep(0.1)
        half = any(versions.glob(".new-*"))
        os.killpg(running.pid, signal.SIGKILL)
    ran = root.as_player(".local/bin/rotom --version")
    fine = half and ran.returncode == 0 and _current(root) == before
    trial.look("killed in the middle of an update, the version before works", ran, fine)
    ran = root.as_player(newest)
    fine = ran.returncode == 0 and _current(root) != before and not any(versions.glob(".new-*"))
    trial.look("and the update is made good", ran, fine)


def _without_room(trial: Trial, root: Root, one: str, two: str) -> None:
    small = root.home / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=777", "none", str(small)],
                   check=True)  # fmt: skip
    try:
        place = f"ROTOM_HOME={HOME}/small/rotom"
        ran = root.as_player(one, place)
        trial.look("installed into a small disk", ran, ran.returncode == 0)
        ran = root.as_player(two, place)
        told = ran.returncode == 1 and "Is the disk full?" in ran.stderr
        trial.look("an update that finds no room says so", ran, told)
        ran = root.as_player("small/rotom/current/rotom --version")
        alone = len(list((small / "rotom" / "versions").iterdir())) == 1
        trial.look("and leaves the version before", ran, ran.returncode == 0 and alone)
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def _current(root: Root) -> str:
    link = root.home / ".local/opt/rotom/current"
    return link.readlink().name if link.is_symlink() else ""


def _bytes_of(paths: Iterable[Path]) -> int:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size
        except OSError:  # renamed or gone meanwhile
            continue
    return total
