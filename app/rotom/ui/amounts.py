"""How sizes and progress are written for people."""

from rotom.domain.wording import worded
from rotom.storage.pace import Progress
from rotom.ui.tongue import shown


def size(count: int) -> str:
    """Bytes, such as "1.3 GB"."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def told(progress: Progress | None) -> str:
    """How far something is, how fast, and what is left."""
    if progress is None:
        return ""
    parts = [
        shown(worded("{done} of {total}", done=size(progress.done), total=size(progress.total)))
    ]
    if progress.bytes_per_s:
        parts.append(f"{progress.bytes_per_s / 1e6:.1f} MB/s")
    if left_s := progress.seconds_left:
        parts.append(
            shown(
                worded("{seconds:.0f} s left", seconds=left_s)
                if left_s < 100
                else worded("{minutes:.0f} min left", minutes=left_s / 60)
            )
        )
    return ", ".join(parts)
