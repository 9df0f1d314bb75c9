"""Moves the focus of a window with arrows, and keeps what has it in view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from rotom.ui.directions import Box, Direction, next_box

MARGIN_PX = 24.0
"""How much is shown around what has the focus in a page that scrolls."""


def move_focus(window: QQuickWindow, direction: Direction) -> bool:
    """Gives the focus to the next control in that direction; False where there is none."""
    here: QQuickItem | None = window.activeFocusItem()
    controls = [item for item in _controls(window.contentItem()) if item is not here]
    if here is None or not here.activeFocusOnTab():
        for item in controls[:1]:
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        return bool(controls)
    there = next_box(_box(here), [_box(item) for item in controls], direction)
    if there is None:
        return False
    controls[there].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    return True


def reveal(item: QQuickItem | None) -> None:
    """Scrolls every page around the item so far that it can be seen."""
    page = item.parentItem() if item is not None else None
    while item is not None and page is not None:
        content_y = page.property("contentY")
        content = page.property("contentItem")
        if content_y is not None and isinstance(content, QQuickItem) and page.clip():
            _scroll(page, content, item, float(content_y))
        page = page.parentItem()


def _scroll(page: QQuickItem, content: QQuickItem, item: QQuickItem, content_y: float) -> None:
    top = item.mapToItem(content, QPointF(0, 0)).y()
    bottom = top + item.height()
    least, most = bottom + MARGIN_PX - page.height(), top - MARGIN_PX
    wanted = min(max(content_y, least), most) if least <= most else most
    origin = float(page.property("originY") or 0.0)
    end = origin + max(0.0, float(page.property("contentHeight")) - page.height())
    wanted = min(max(wanted, origin), end)
    if wanted != content_y:
        page.setProperty("contentY", wanted)


def _controls(item: QQuickItem) -> list[QQuickItem]:
    """What can have the focus now, in the order of the tree."""
    found: list[QQuickItem] = []
    for child in item.childItems():
        if not child.isVisible() or not child.isEnabled():
            continue
        if child.activeFocusOnTab():
            found.append(child)
        found.extend(_controls(child))
    return found


def _box(item: QQuickItem) -> Box:
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
