"""Languages for tests: German as it is delivered, and one that puts every string between brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractProxyModel,
    QCoreApplication,
    QModelIndex,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QWidget

from lenscap.gui import language, speech

_INNER = re.compile(r"⟦[^⟦⟧]*⟧")
_TEXTS = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "windowTitle", "title")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Brackets(QTranslator):
    """Puts every string that is looked up between brackets."""

    def translate(self, _context: str, source: str, _what: str | None = None, _n: int = -1) -> str:
        """The string, marked as one that was looked up."""
        return f"⟦{source}⟧"

    def isEmpty(self) -> bool:  # noqa: N802
        """Never; Qt leaves out translators that are."""
        return False


def german(app: QCoreApplication) -> Iterator[None]:
    """German, until the test is over."""
    before = app.children()
    language.install(app, "de")
    yield
    for each in app.children():
        if isinstance(each, QTranslator) and each not in before:
            app.removeTranslator(each)
            each.deleteLater()
    speech.forget()


def bracketed(app: QCoreApplication) -> Iterator[None]:
    """The language with the brackets, until the test is over."""
    made = Brackets()
    app.installTranslator(made)
    speech.forget()
    yield
    app.removeTranslator(made)
    speech.forget()


def left_over(text: str) -> str:
    """What of a text was not looked up."""
    while _INNER.search(text):
        text = _INNER.sub("", text)
    return text


def all_texts(top: QWidget) -> Iterator[str]:
    """All that can be read, heard or hovered over in a window and in what waits behind it."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from _of_widget(widget)
    for action in top.findChildren(QAction):
        yield from (action.text().replace("&", ""), action.toolTip())


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        told = getattr(widget, name, None)
        if callable(told) and isinstance(text := told(), str):
            yield text
        elif isinstance(told, str):
            yield told
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _of_model(widget.model(), isinstance(widget, QListWidget))


def _of_model(model: QAbstractItemModel, names: bool) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel | QAbstractProxyModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(0 if names else min(model.rowCount(QModelIndex()), 20)):
            for role in _ROLES:
                yield str(model.index(row, column).data(role) or "")
