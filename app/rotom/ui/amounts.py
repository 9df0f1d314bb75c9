"""How sizes and progress are written for people."""

from rotom.storage.pace import Progress


def size(count: int) -> str:
    """Bytes, such as "1.3 GB"."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def told(progress: Progress | None) -> str:
    """How far something is, how fast, and what is left."""
    if progress is None:
        return ""
    line = f"{size(progress.done)} of {size(progress.total)}"
    if progress.bytes_per_s:
        line += f", {progress.bytes_per_s / 1e6:.1f} MB/s"
    left_s = progress.seconds_left
    if left_s:
        line += f", {left_s:.0f} s left" if left_s < 100 else f", {left_s / 60:.0f} min left"
    return line
