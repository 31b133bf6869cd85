"""The bar at the top of the window: what is open, the pages, the menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.preferences import schemes
from lenscap.gui.widgets import SegmentedControl, explain, icon_button, label

_NARROW = 1100


class Toolbar(QFrame):
    """Asks for things by signal; ``show_roll`` and ``show_nothing`` tell it what is open."""

    open_folder = Signal()
    open_photos = Signal()
    close_roll = Signal()
    scheme_chosen = Signal(str)
    about = Signal()
    keys = Signal()
    settings = Signal()
    addon = Signal()
    watch = Signal()
    memory = Signal()
    forget = Signal()
    leave = Signal()

    def __init__(self, scheme: str) -> None:
        super().__init__()
        self.setProperty("frame", "toolbar")
        self._schemes: dict[str, QAction] = {}
        self._emblem = QLabel()
        icons.dress(self._emblem, "cap", "accent.base", 24)
        self._title = label(self.tr("Lenscap"), "title")
        self.roll = _RollButton()
        self.roll.setMenu(self._roll_menu())
        self._pages = 0
        self.tabs = SegmentedControl(self.tr("Pages"))
        self.tabs.hide()
        self.offline = _Offline()
        self.menu_button = icon_button("menu", self.tr("Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self._menu(scheme))
        self._lay_out()
        self.show_nothing()

    def add_page(self, key: str, text: str, icon: str) -> None:
        """Add a tab. They are shown when there is something to choose."""
        self.tabs.add(key, text, icon)
        self._pages += 1
        self.tabs.setVisible(self._pages > 1)

    def set_busy(self, busy: bool) -> None:
        """While photos are being cleaned, no others can be opened and no other page."""
        self.roll.setEnabled(not busy)
        self.tabs.setEnabled(not busy)
        for action in self._opening:
            action.setEnabled(not busy)

    def show_scheme(self, key: str) -> None:
        """Say in the menu which colours were chosen elsewhere."""
        self._schemes[key].setChecked(True)

    def show_nothing(self) -> None:
        """Nothing is open."""
        self._title.show()
        self._opening[1].setText(self.tr("Open photos…"))
        self.roll.hide()

    def show_roll(self, name: str, count: str, path: str = "") -> None:
        """Say what is open and how much it is."""
        self._title.hide()
        self._opening[1].setText(self.tr("Add photos…"))
        self.roll.show_roll(name, count, path)
        self.roll.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room."""
        super().resizeEvent(event)
        self.roll.setMaximumWidth(max(200, self.width() // 3))
        self.tabs.set_narrow(self.width() < theme.px(_NARROW))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 14, 0)
        row.setSpacing(12)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self._emblem)
        left.addWidget(self._title)
        left.addWidget(self.roll)
        left.addStretch()
        right.addStretch()
        right.addWidget(self.offline)
        right.addWidget(self.menu_button)
        row.addLayout(left, 1)
        row.addWidget(self.tabs)
        row.addLayout(right, 1)
        self.setFixedHeight(theme.px(theme.SIZE["toolbar"]))

    def _roll_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Open folder…"), self.open_folder.emit)
        menu.addAction(self.tr("Add photos…"), self.open_photos.emit)
        menu.addAction(self.tr("Close"), self.close_roll.emit)
        return menu

    def _menu(self, scheme: str) -> QMenu:
        menu = QMenu(self)
        keys = QKeySequence("Ctrl+O").toString(QKeySequence.SequenceFormat.NativeText)
        folder = menu.addAction(self.tr("Open folder…") + f"\t{keys}", self.open_folder.emit)
        self._opening = [folder, menu.addAction(self.tr("Open photos…"), self.open_photos.emit)]
        menu.addSeparator()
        menu.addMenu(self._scheme_menu(scheme, menu))
        menu.addAction(self.tr("Settings…") + "\tCtrl+,", self.settings.emit)
        menu.addAction(self.tr("Find objects, too…"), self.addon.emit)
        menu.addAction(self.tr("Watch a folder…"), self.watch.emit)
        menu.addSeparator()
        menu.addAction(self.tr("What Lenscap remembers…"), self.memory.emit)
        menu.addAction(self.tr("Forget everything…"), self.forget.emit)
        menu.addSeparator()
        menu.addAction(self.tr("What this can and cannot do"), self.about.emit)
        menu.addAction(self.tr("Keys") + "\tF1", self.keys.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Quit") + "\tCtrl+Q", self.leave.emit)
        return menu

    def _scheme_menu(self, chosen: str, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Colours"), parent)
        group = QActionGroup(menu)
        for key, text in schemes():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(partial(self.scheme_chosen.emit, key))
            group.addAction(action)
            self._schemes[key] = action
        return menu


class _RollButton(QToolButton):
    """The name of what is open and how many photos it has; pressed, it offers others."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(theme.px(theme.SIZE["control"]))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name, self._count = label("", "strong"), label("", "small", "secondary")
        self._whole = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for part in (_glyph("folder"), self._name, self._count, _glyph("down")):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)

    def show_roll(self, name: str, count: str, path: str) -> None:
        """Say what is open."""
        self._whole = name
        self._count.setText(count)
        explain(self, path)
        self.setAccessibleName(f"{name}, {count}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the name when there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(80, self.maximumWidth() - self._count.sizeHint().width() - 80)
        self._name.setText(self._name.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))
        layout = self.layout()
        if layout is not None:
            self.setMinimumWidth(layout.sizeHint().width())


class _Offline(QFrame):
    """Says that nothing is sent anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "outline")
        self.setFixedHeight(theme.px(28))
        self.setToolTip(self.tr("Lenscap has no part that could use the internet."))
        self.setAccessibleName(self.tr("Works offline"))
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 11, 0)
        row.setSpacing(7)
        row.addWidget(_glyph("offline"))
        row.addWidget(label(self.tr("Works offline"), "small", "secondary"))


def _glyph(name: str) -> QLabel:
    made = QLabel()
    icons.dress(made, name, "text.secondary" if name == "offline" else "text.primary", 16)
    return made
