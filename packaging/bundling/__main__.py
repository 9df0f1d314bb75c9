"""`python -m bundling`: makes dist/rotom-VERSION-linux-x86_64.tar.zst and its installer."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import rotom
from bundling.archive import pack, sizes
from bundling.elf import Missing
from bundling.folder import CHECKOUT, HERE, Folder

TOOLS = "cc readelf objdump strip patchelf icupkg zstd dpkg-query".split()
LARGEST_SHOWN = 12


def main() -> int:
    """The exit code."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacking:
        print(
            f"Making the bundle takes {', '.join(lacking)}: "
            "install gcc, binutils, patchelf, icu-devtools, zstd, libzstd-dev."
        )
        return 1
    dist = CHECKOUT / "dist"
    dist.mkdir(exist_ok=True)
    name = f"rotom-{rotom.__version__}-linux-x86_64"
    try:
        with tempfile.TemporaryDirectory(dir=dist) as work:
            folder = Folder(Path(work) / name)
            print("Filling the folder…", flush=True)
            folder.make(_wheel(Path(work)))
            _tell_sizes(folder.root)
            print("Packing it…", flush=True)
            shutil.copy(folder.root / "bill-of-materials.cdx.json", dist / f"{name}.cdx.json")
            pack(folder.root, dist / f"{name}.tar.zst", _committed_at_s())
    except Missing as why:
        print(why)
        return 1
    write_installer(dist / f"{name}-install.sh")
    print(dist / f"{name}.tar.zst")
    return 0


def write_installer(target: Path) -> None:
    """The script, and behind it a small program that unpacks zstd: not every system has one."""
    with tempfile.TemporaryDirectory() as work:
        unzstd = Path(work, "unzstd")
        link = ["-Wl,-Bstatic", "-lzstd", "-Wl,-Bdynamic", "-Wl,--build-id=none"]
        command = ["cc", "-Os", "-s", "-o", str(unzstd), str(HERE / "unzstd.c"), *link]
        subprocess.run(command, check=True)
        program = unzstd.read_bytes()
    script = (HERE / "install.sh").read_bytes()
    target.write_bytes(script.replace(b"@UNZSTD_BYTES@", str(len(program)).encode()) + program)
    target.chmod(0o755)


def _wheel(work: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work)]
    subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    return next(work.glob("*.whl"))


def _committed_at_s() -> int:
    command = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return int(told.stdout)


def _tell_sizes(root: Path) -> None:
    found = sizes(root)
    total = sum(size for size, name in found if name != "starter models")
    print(f"{total / 1e6:.0f} MB without the starter models. The largest parts:")
    for size, name in found[:LARGEST_SHOWN]:
        print(f"  {size / 1e6:6.1f} MB  {name}")


if __name__ == "__main__":
    sys.exit(main())
