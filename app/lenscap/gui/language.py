"""The language of the window: the one that the person chose, else the first of the system's that Lenscap knows.

It is chosen before the window is built, and holds until the program ends. Numbers and dates follow it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lenscap import resources
from lenscap.gui import speech

LANGUAGES = ("en", "de")
"""Those that the window speaks; English is that of its source."""


def install(app: QCoreApplication, wish: str = "system") -> None:
    """Let the window that is built next speak the language of the ``wish``: "system", or one of ``LANGUAGES``."""
    name = wish if wish in LANGUAGES else of_system(QLocale.system().uiLanguages())
    QLocale.setDefault(locale(name, QLocale.system()))
    if name != "en":
        _add(app, f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _add(app, f"lenscap_{name}", str(resources.find("translations")))
    speech.forget()


def of_system(wanted: list[str]) -> str:
    """The first of the languages ("de-CH", "en") that the window speaks; English where it speaks none."""
    spoken = (each.replace("_", "-").partition("-")[0].lower() for each in wanted)
    return next((each for each in spoken if each in LANGUAGES), "en")


def locale(name: str, system: QLocale) -> QLocale:
    """How numbers and dates are written in a language: as the system does it, where it speaks the same."""
    language = QLocale(name).language()
    return system if system.language() == language else QLocale(language, system.territory())


def _add(app: QCoreApplication, name: str, folder: str) -> None:
    """Take the words of a file; one that is missing leaves them English."""
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
