"""Whoever looks at the window or has it read aloud can use it: roles, focus, contrast, shapes."""

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtQuick import QQuickItem

from rotom.domain.settings.appearance import THEMES
from tests.ui.room import Room, controls_of, items_of, kind_of, name_of
from tests.ui.test_colours import contrast
from tests.ui.test_pages import box, pages, texts_of

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ListItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
}
"""What a screen reader can say of a control and of what is done with it."""

SEEN_PX = 60
"""So many pixels have to change for a person to see it."""

GREY = 45
"""So much lighter or darker (of 255) they have to be for one who sees no colours."""


def grabbed(room: Room) -> QImage:
    return room.window.quick.grabWindow().convertToFormat(QImage.Format.Format_RGB32)


def within(image: QImage, item: QQuickItem) -> QImage:
    """The part of the picture where an item is drawn, without what its ancestors cut off."""
    place = box(item)
    above = item.parentItem()
    while above is not None:
        if above.clip():
            place = place.intersected(box(above))
        above = above.parentItem()
    seen = place.toAlignedRect().intersected(image.rect())
    return image.copy(seen) if not seen.isEmpty() else QImage()


def pixels(image: QImage) -> NDArray[np.uint32]:
    return np.frombuffer(image.constBits(), np.uint32).copy()


def first_of_each_kind(room: Room) -> Iterator[QQuickItem]:
    """A control of each kind on the page that is shown."""
    kinds = set()
    for control in controls_of(room.window.quick.contentItem()):
        kind = kind_of(control)
        if kind not in kinds and control.isEnabled():
            kinds.add(kind)
            yield control


def test_every_control_has_a_role_that_says_what_can_be_done_with_it(room: Room) -> None:
    for page in pages(room):
        for control in controls_of(room.window.quick.contentItem()):
            role = QAccessible.queryAccessibleInterface(control).role()
            assert role in ROLES, f"{name_of(control)} on {page} is a {role.name}"


def test_whatever_has_the_focus_shows_it(room: Room) -> None:
    focus = QColor("#ffd166").rgb()
    for page in pages(room):
        for control in first_of_each_kind(room):
            control.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            image = grabbed(room)
            around = box(control).adjusted(-20, -20, 20, 20).toAlignedRect()
            ring = (pixels(image.copy(around.intersected(image.rect()))) == focus).sum()
            assert ring >= SEEN_PX, f"{name_of(control)} on {page} does not show its focus"


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_written_on_a_page_can_be_read(room: Room, theme: str) -> None:
    room.window.settings.change("theme", theme)
    for page in pages(room):
        assert not pale_texts(room, texts_of(room)), page


def pale_texts(room: Room, items: Iterable[QQuickItem]) -> dict[str, float]:
    """The texts among the items that stand out too little from what they are written on."""
    image, pale = grabbed(room), {}
    for text in items:
        if not (text.inherits("QQuickText") and text.property("text") and is_whole(text)):
            continue
        part = within(image, text)
        if part.width() < 4 or part.height() < 4:
            continue
        ground = QColor(Counter(pixels(part).tolist()).most_common(1)[0][0])
        ratio = contrast(text.property("color"), ground)
        if ratio < 4.5:
            pale[str(text.property("text"))] = round(ratio, 1)
    return pale


def is_whole(item: QQuickItem) -> bool:
    """Whether it is drawn as it is, and not pale because nothing can be done with it now."""
    here: QQuickItem | None = item
    while here is not None:
        if here.opacity() < 1:
            return False
        here = here.parentItem()
    return True


def test_what_is_on_or_chosen_is_seen_without_colours(room: Room) -> None:
    kinds = set()
    for page in pages(room):
        for control in first_of_each_kind(room):
            if not control.property("checkable"):
                continue
            kinds.add(kind_of(control))
            control.forceActiveFocus(Qt.FocusReason.TabFocusReason)  # it scrolls into view
            looks = []
            for checked in (False, True):
                control.setProperty("checked", checked)
                grey = within(grabbed(room), control).convertToFormat(
                    QImage.Format.Format_Grayscale8
                )
                looks.append(np.frombuffer(grey.constBits(), np.uint8).astype(np.int16))
            off = (np.abs(looks[0] - looks[1]) > GREY).sum()
            assert off >= SEEN_PX, f"{name_of(control)} on {page}: {off} pixels"
    assert {"Toggle", "Choice"} <= kinds


def test_pages_are_told_apart_without_colours(room: Room) -> None:
    bars = [item for item in items_of(room.window.quick.contentItem()) if is_tab(item)]
    for tab in bars:
        weights = {
            text.property("font").weight() for text in items_of(tab) if text.inherits("QQuickText")
        }
        selected = QAccessible.queryAccessibleInterface(tab).state().selected
        assert weights == ({600} if selected else {400}), name_of(tab)
    assert sum(QAccessible.queryAccessibleInterface(tab).state().selected for tab in bars) == 1


def is_tab(item: QQuickItem) -> bool:
    interface = QAccessible.queryAccessibleInterface(item)
    return (
        interface is not None
        and interface.role() == QAccessible.Role.PageTab
        and QRectF(0, 0, 120, 800).contains(box(item))
    )


def test_with_calm_motion_a_switch_turns_at_once(room: Room) -> None:
    room.window.settings.change("reduced_motion", True)
    room.press(Qt.Key.Key_F10)
    room.go_to("Personalities introduce themselves")
    switch = room.window.quick.activeFocusItem()
    knob = switch.findChild(QQuickItem, "knob")
    assert knob is not None
    assert knob.x() > 20
    room.press(Qt.Key.Key_Space)
    assert knob.x() == 5
