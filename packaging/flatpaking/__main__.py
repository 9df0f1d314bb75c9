"""`python -m flatpaking [ADDRESS]`: lays into dist/flatpak all that flatpak-builder needs.

The address is where the screenshot of assets/screenshots can be fetched; without one none is named.
"""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import rotom
from bundling import icons
from bundling.elf import from_system
from setting_up.source_builds import cache_folder

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
NAME = "local.rotom.Rotom"
PYTHON = "3.13"
"""The Python of the runtime that the manifest names."""

IN_THE_RUNTIME = ("libasound.so.2",)


def main() -> int:
    """The exit code."""
    folder = CHECKOUT / "dist" / "flatpak"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("libraries", "shared", "wheels"):
        (folder / name).mkdir(parents=True)
    shutil.copy(HERE / f"{NAME}.yaml", folder)
    lay_shared(folder / "shared", _committed_on(), *sys.argv[1:2])
    lay_libraries(folder / "libraries")
    fetch_wheels(folder / "wheels")
    print(f"cd {folder} && flatpak-builder --user --install build {NAME}.yaml")
    return 0


def lay_libraries(folder: Path) -> None:
    """PortAudio, and what Qt's window under X11 needs: small, and not in every runtime."""
    qt = Path(sysconfig.get_paths()["purelib"]) / "PySide6" / "Qt"
    own = [path.name for path in (qt / "lib").iterdir()]
    found = from_system((), IN_THE_RUNTIME)
    window = from_system([qt / "plugins" / "platforms" / "libqxcb.so"], own)
    found |= {name: path for name, path in window.items() if name.startswith("libxcb-")}
    for name, path in found.items():
        shutil.copy(path, folder / name)


def lay_shared(folder: Path, day: dt.date, screenshot: str = "") -> None:
    """The desktop file, the icons, and what a shop of software shows."""
    shutil.copy(CHECKOUT / "packaging" / "bundling" / "rotom.desktop", folder)
    icons.write(CHECKOUT / "assets" / "icons" / "rotom.svg", folder / "icons" / "hicolor")
    told = (HERE / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    told = told.replace("@VERSION@", rotom.__version__).replace("@DATE@", day.isoformat())
    if screenshot:
        told = told.replace("@SCREENSHOT@", screenshot)
    else:
        told = re.sub(r"\s*<screenshots>.*</screenshots>", "", told, flags=re.DOTALL)
    (folder / f"{NAME}.metainfo.xml").write_text(told, encoding="utf-8")


def fetch_wheels(folder: Path) -> None:
    """The pinned packages for the runtime's Python, llama.cpp as it was built here, and Rotom."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    kind = ["--only-binary", ":all:", "--python-version", PYTHON]
    kind += [f"--platform=manylinux_2_{glibc}_x86_64" for glibc in (39, 36, 35, 34, 28, 27, 24, 17)]
    kind += ["--platform=manylinux2014_x86_64"]
    pins = CHECKOUT / "packaging" / "requirements"
    source = (pins / "source.txt").read_text(encoding="utf-8")
    sphinx = folder / "pocketsphinx.txt"
    sphinx.write_text(source[source.index("pocketsphinx==") :], encoding="utf-8")
    for listed in (pins / "run.txt", sphinx):
        subprocess.run([*pip, *kind, "-d", str(folder), "-r", str(listed)], check=True)
    sphinx.unlink()
    built = cache_folder(os.environ, CHECKOUT).glob("llama-cpp-python-*/*/*.whl")
    shutil.copy(max(built, key=lambda wheel: wheel.stat().st_mtime), folder)
    make = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(make, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)


def _committed_on() -> dt.date:
    told = subprocess.run(
        ["git", "log", "-1", "--format=%cs"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return dt.date.fromisoformat(told.stdout.strip())


if __name__ == "__main__":
    sys.exit(main())
