"""Whether this PySide6 can be trusted on this Python."""

from rotom.domain.wording import worded


def why_not(pyside: str, python: tuple[int, int]) -> str:
    """The sentence with which the window refuses to open; '' where it may.

    PySide6 6.12 drops a reference of `None` with every call that returns it. Python keeps `None`
    for ever only from 3.12 on; before that the program dies within seconds.
    """
    release = tuple(int(part) for part in pyside.split(".")[:2] if part.isdigit())
    if python >= (3, 12) or release < (6, 12):
        return ""
    return worded(
        "The window cannot open: PySide6 {pyside} makes Python {python} crash. Install PySide6 "
        "6.11.3, or start Rotom with Python 3.12 or newer.",
        pyside=pyside,
        python=f"{python[0]}.{python[1]}",
    )
