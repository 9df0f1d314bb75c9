"""`python -m bundling.again`: makes the bundle elsewhere and compares the contents.

Elsewhere is a fresh clone with an environment of its own, in another folder (make bundle-again).
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bundling.folder import CHECKOUT

SHOWN = 20


def contents(bundle: Path) -> dict[str, str]:
    """Every path in a packed bundle, and what stands there: mode, and SHA-256 or target."""
    found: dict[str, str] = {}
    command = ["zstd", "--quiet", "--decompress", "--stdout", str(bundle)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as unpacked:
        assert unpacked.stdout is not None
        with tarfile.open(fileobj=unpacked.stdout, mode="r|") as archive:
            for entry in archive:
                told = entry.linkname
                if (file := archive.extractfile(entry) if entry.isfile() else None) is not None:
                    told = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
                found[entry.name] = f"{entry.mode:o} {told}"
    return found


def differing(one: Mapping[str, str], two: Mapping[str, str]) -> list[str]:
    """The paths that are not the same in both."""
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


def main() -> int:
    """The exit code: 0 where both are the same."""
    here = next(CHECKOUT.glob("dist/rotom-*-linux-x86_64.tar.zst"), None)
    if here is None:
        print("There is no bundle in dist/ to compare with: `make bundle` makes it.")
        return 1
    with tempfile.TemporaryDirectory() as work:
        clone = Path(work, "a clone elsewhere")
        subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(clone)], check=True)
        subprocess.run(["make", "bundle"], cwd=clone, check=True)
        ours, theirs = contents(here), contents(clone / "dist" / here.name)
    paths = differing(ours, theirs)
    for path in paths[:SHOWN]:
        print(f"  {path}: {ours.get(path, 'nothing')} here, {theirs.get(path, 'nothing')} there")
    print(
        f"{len(paths)} of {len(ours)} files differ." if paths else f"{len(ours)} files, all alike."
    )
    return 1 if paths else 0


if __name__ == "__main__":
    sys.exit(main())
