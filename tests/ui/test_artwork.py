"""The pictures that Steam shows of Rotom, as they are really drawn."""

import pytest
from PySide6.QtGui import QImage

from rotom.domain.steam import ART
from rotom.files import assets
from rotom.ui.artwork import draw


@pytest.mark.parametrize(("kind", "size"), ART.items())
def test_each_is_a_png_of_the_size_that_steam_wants_with_something_on_it(
    kind: str, size: tuple[int, int]
) -> None:
    drawn = draw(assets(), kind, *size)
    assert drawn.startswith(b"\x89PNG")
    image = QImage.fromData(drawn)
    assert (image.width(), image.height()) == size
    seen = {image.pixel(x * size[0] // 40, y * size[1] // 40) for x in range(40) for y in range(40)}
    assert len(seen) > 10
