"""The bundle as one file: the same folder gives the same bytes."""

import hashlib
import subprocess
import tarfile
from pathlib import Path


def pack(folder: Path, target: Path, at_s: int) -> None:
    """Writes `folder` as a tar file compressed by zstd, every time of it set to `at_s`."""

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        info.mtime = at_s
        info.mode = 0o755 if info.isdir() or info.mode & 0o100 else 0o644
        return info

    tar = target.with_suffix("")
    with tarfile.open(tar, "w", format=tarfile.PAX_FORMAT) as archive:
        archive.add(folder, folder.name, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            archive.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)
    command = ["zstd", "--quiet", "--force", "-9", "-T2", "--rm", str(tar), "-o", str(target)]
    subprocess.run(command, check=True)
    sum_file(target)


def sum_file(target: Path) -> None:
    """Writes the SHA-256 of a file beside it, as `sha256sum --check` reads it."""
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    beside = target.with_name(target.name + ".sha256")
    beside.write_text(f"{digest}  {target.name}\n", encoding="ascii")


def sizes(folder: Path) -> list[tuple[int, str]]:
    """What takes the room: bytes and names of the parts of a bundle, the largest first."""
    parts: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        names = path.relative_to(folder).parts
        at = names.index("site-packages") + 1 if "site-packages" in names[:-1] else 0
        name = "/".join(names[: at + 1][-2:]) if at else names[0]
        if names[at:][:2] == ("rotom", "models"):
            name = "starter models"
        parts[name] = parts.get(name, 0) + path.stat().st_size
    return sorted(((size, name) for name, size in parts.items()), reverse=True)
