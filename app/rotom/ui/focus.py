"""Moves the focus of a window with arrows, and keeps what has it in view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from rotom.ui.directions import Box, Direction, next_box
from rotom.ui.quick_menu import QuickMenu

MARGIN_PX = 24.0
"""How much is shown around what has the focus in a page that scrolls."""


def move_focus(window: QQuickWindow, direction: Direction) -> bool:
    """Gives the focus to the next control in that direction; False where there is none.

    Inside a page that scrolls, its own controls of the row come first, then what is beside the
    page; up and down stay in it, and never lead into the rail of pages or out of it.
    """
    here: QQuickItem | None = window.activeFocusItem()
    controls = [item for item in _controls(window.contentItem()) if item is not here]
    if here is None or not here.activeFocusOnTab():
        for item in controls[:1]:
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        return bool(controls)
    page = _page_of(here)
    inside = [item for item in controls if page is not None and page.isAncestorOf(item)]
    sideways = direction in (Direction.LEFT, Direction.RIGHT)
    if not sideways:
        controls = [item for item in controls if _in_rail(item) == _in_rail(here)]
    beside = [item for item in inside if _share_a_row(here, item)] if sideways else inside
    found = _next(here, beside, direction)
    if found is None and sideways:
        found = _next(here, [item for item in controls if item not in inside], direction)
    if found is None and (sideways or page is None):
        found = _next(here, controls, direction)
    if found is not None:
        found.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    return found is not None


def reveal(item: QQuickItem | None) -> None:
    """Scrolls every page around the item so far that it can be seen."""
    page = item.parentItem() if item is not None else None
    while item is not None and page is not None:
        content = page.property("contentItem")
        if _scrolls(page) and isinstance(content, QQuickItem):
            _scroll(page, content, item, float(page.property("contentY")))
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


def _next(here: QQuickItem, items: list[QQuickItem], direction: Direction) -> QQuickItem | None:
    index = next_box(_box(here), [_box(item) for item in items], direction)
    return None if index is None else items[index]


def _share_a_row(one: QQuickItem, other: QQuickItem) -> bool:
    here, there = _box(one), _box(other)
    return here.top < there.bottom and there.top < here.bottom


def _in_rail(item: QQuickItem) -> bool:
    around: QQuickItem | None = item
    while around is not None and around.property("isRail") is None:
        around = around.parentItem()
    return around is not None


def _page_of(item: QQuickItem) -> QQuickItem | None:
    """The outermost item around this one that scrolls."""
    page: QQuickItem | None = None
    around: QQuickItem | None = item.parentItem()
    while around is not None:
        if _scrolls(around):
            page = around
        around = around.parentItem()
    return page


def _scrolls(item: QQuickItem) -> bool:
    return bool(item.property("isPage"))


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


class FocusBefore:
    """Gives the focus back to what had it before the ring of answers was laid over it."""

    def __init__(self, window: QQuickWindow, ring: QuickMenu) -> None:
        self._window = window
        self._before: QQuickItem | None = None
        ring.opening.connect(self._keep)
        ring.closed.connect(self._give_back)

    def _keep(self) -> None:
        self._before = self._window.activeFocusItem()

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.forceActiveFocus(Qt.FocusReason.TabFocusReason)
