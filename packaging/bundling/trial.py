"""`python -m bundling.trial [SUITE …]`: tries dist/ in bare systems (make bundle-test).

Makes the systems with debootstrap, once, in .cache/roots; that takes an administrator and Debian's
archive. Nothing is in them that Rotom needs: no Python, no Qt, no PortAudio.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bundling.bare import LEAKED, LEAST_SOUND_BYTES, OFFSCREEN, PLAYER, Root, Trial, made, mounted
from bundling.folder import CHECKOUT
from bundling.updates import try_updates

SUITES = ("bookworm", "trixie")
DISPLAY = ":87"
UP_S = 20
"""How long a window stays open before it is closed by a polite kill."""


def try_rotom(trial: Trial, root: Root, rotom: str, what: str, env: str = "") -> None:
    """Doctor, a spoken turn, and the window without and with a display."""
    rotom = shlex.quote(rotom)
    ran = root.as_player(f"{rotom} doctor", env)
    fine = "voice loads: yes" in ran.stdout and "Traceback" not in ran.stderr
    trial.look(f"{what}: rotom doctor", ran, fine)
    sound = root.home / "reply.wav"
    sound.unlink(missing_ok=True)
    ran = root.as_player(f"{rotom} talk question.wav --out reply.wav", env)
    fine = sound.is_file() and sound.stat().st_size > LEAST_SOUND_BYTES
    trial.look(f"{what}: rotom talk", ran, fine)
    for where, seen in ((OFFSCREEN, False), (f"DISPLAY={DISPLAY}", True)):
        ran, shown = window(root, rotom, f"{env} {where}", seen)
        fine = (
            ran.returncode in (0, 143)
            and shown
            and "demonstration" not in ran.stdout
            and "Traceback" not in ran.stderr
        )
        trial.look(f"{what}: the window, {where}", ran, fine)


def window(
    root: Root, rotom: str, env: str, seen: bool
) -> tuple[subprocess.CompletedProcess[str], bool]:
    """Opens it for a while; whether it was seen on the display, where there is one."""
    line = f"{rotom} & pid=$!; sleep {UP_S}; kill $pid; wait $pid"
    if not seen:
        return root.as_player(line, env), True
    command = root.command(line, env)
    look = ["xwininfo", "-root", "-tree", "-display", DISPLAY]
    with tempfile.TemporaryFile("w+") as out:
        with subprocess.Popen(command, stdout=out, stderr=out, text=True) as running:
            time.sleep(UP_S - 2)
            told = subprocess.run(look, capture_output=True, text=True, check=True)
            code = running.wait()
        out.seek(0)
        ran = subprocess.CompletedProcess(command, code, out.read(), "")
    return ran, '"Rotom"' in told.stdout


def try_suite(trial: Trial, root: Root, dist: Path) -> None:
    """One bare system: installed, moved, read-only, with what Steam leaks."""
    version = (root.path / "etc" / "debian_version").read_text().strip()
    print(f"Debian {version}", flush=True)
    shutil.rmtree(root.home, ignore_errors=True)
    downloads = root.home / "받은 파일"
    downloads.mkdir(parents=True)
    for path in dist.glob("rotom-*-linux-x86_64*"):
        shutil.copy(path, downloads)
    shutil.copy(CHECKOUT / "assets" / "sounds" / "question.wav", root.home)
    subprocess.run(["chroot", str(root.path), "chown", "-R", PLAYER, f"/home/{PLAYER}"], check=True)
    with mounted(root, ("/tmp/.X11-unix", root.path / "tmp" / ".X11-unix")):
        _try_inside(trial, root)


def _try_inside(trial: Trial, root: Root) -> None:
    ran = root.as_player("sh '받은 파일'/rotom-*-install.sh")
    trial.look("the installer", ran, ran.returncode == 0)
    try_rotom(trial, root, f"/home/{PLAYER}/.local/bin/rotom", "installed")
    ran = root.as_player(
        "mkdir -p '나의 게임들/a b' && cp -a .local/opt/rotom/current/. '나의 게임들/a b'"
    )
    place = f"/home/{PLAYER}/나의 게임들/a b"
    try_rotom(trial, root, f"{place}/rotom", "moved, with what Steam leaks", LEAKED)
    here = root.path / place.lstrip("/")
    subprocess.run(["mount", "--bind", str(here), str(here)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(here)], check=True)
        try_rotom(trial, root, f"{place}/rotom", "read-only")
    finally:
        subprocess.run(["umount", "-l", str(here)], check=True)
    (bundle,) = (root.home / "받은 파일").glob("rotom-*.tar.zst")
    try_updates(trial, root, bundle)
    ran = root.as_player("sh '받은 파일'/rotom-*-install.sh --uninstall")
    gone = not (root.home / ".local" / "opt" / "rotom").exists()
    trial.look("uninstalled", ran, ran.returncode == 0 and gone)


def main() -> int:
    """The exit code: 0 where everything went well."""
    lacking = [tool for tool in ("debootstrap", "Xvfb", "xwininfo") if shutil.which(tool) is None]
    dist = CHECKOUT / "dist"
    if lacking or os.geteuid() != 0 or not any(dist.glob("rotom-*-linux-x86_64.tar.zst")):
        print(
            "This takes an administrator, debootstrap, xvfb, x11-utils, and `make bundle` before."
        )
        return 1
    trial = Trial()
    with subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                          stderr=subprocess.DEVNULL) as display:  # fmt: skip
        try:
            for suite in sys.argv[1:] or SUITES:
                try_suite(trial, made(suite, CHECKOUT / ".cache" / "roots"), dist)
        finally:
            display.terminate()
    print(f"{trial.failed} did not go well." if trial.failed else "Everything went well.")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
