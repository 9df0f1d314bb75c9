"""`python -m bundling.smoke`: installs the bundle of dist/ here, in a new home, and tries it.

It takes no administrator and a minute; `bundling.trial` tries it in bare systems.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bundling.bare import LEAKED, LEAST_SOUND_BYTES, OFFSCREEN, Trial
from bundling.folder import CHECKOUT


def main() -> int:
    """The exit code: 0 where everything went well."""
    installer = next(CHECKOUT.glob("dist/rotom-*-linux-x86_64-install.sh"), None)
    if installer is None:
        print("There is no bundle in dist/: `make bundle` makes it.")
        return 1
    trial = Trial()
    with tempfile.TemporaryDirectory(prefix="집 of a player ") as home:
        env = {"HOME": home, "PATH": os.defpath}
        env |= dict(pair.split("=", 1) for pair in f"{LEAKED} {OFFSCREEN}".split())

        def run(*command: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                command, cwd=home, env=env, capture_output=True, text=True, check=False
            )

        ran = run("sh", str(installer))
        trial.look("the installer", ran, ran.returncode == 0)
        rotom = f"{home}/.local/bin/rotom"
        ran = run(rotom, "doctor")
        trial.look("rotom doctor", ran, "voice loads: yes" in ran.stdout)
        ran = run(rotom, "licences")
        trial.look("rotom licences", ran, "libsndfile" in ran.stdout and "FFmpeg" not in ran.stdout)
        reply = Path(home, "reply.wav")
        question = str(CHECKOUT / "assets" / "sounds" / "question.wav")
        ran = run(rotom, "talk", question, "--out", str(reply))
        fine = reply.is_file() and reply.stat().st_size > LEAST_SOUND_BYTES
        trial.look("rotom talk", ran, fine)
        ran = run("timeout", "20", rotom)
        trial.look("the window", ran, ran.returncode == 124 and "Traceback" not in ran.stderr)
        ran = run("sh", str(installer), "--uninstall")
        trial.look("uninstalled", ran, ran.returncode == 0 and not Path(rotom).is_symlink())
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
