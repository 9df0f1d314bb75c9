"""A living body for tests, and the parts of it that they ask."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.ui.body_sheet import BODY, PARTS


@pytest.fixture
def body(qtbot: QtBot) -> Iterator[QQuickItem]:
    """A living body without a window: no frame and no timer comes by itself."""
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(BODY)))
    item = component.createWithInitialProperties({"partsFolder": QUrl.fromLocalFile(str(PARTS))})
    assert isinstance(item, QQuickItem), component.errorString()
    yield item
    # Now and not later: its timers must not fire once the engine is gone.
    item.deleteLater()
    QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete.value)


def part(body: QQuickItem, name: str) -> QObject:
    found = body.findChild(QObject, name)
    assert found is not None
    return found
