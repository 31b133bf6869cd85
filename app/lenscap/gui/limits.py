"""The words on what the program does, what it cannot do, and what nobody can know. In one place, for all who say it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

Section = tuple[str, tuple[str, ...]]


def sections() -> tuple[Section, ...]:
    """Titles, each with its sentences."""
    return (
        (translate("About", "What is found"), _found()),
        (translate("About", "What is removed"), _removed()),
        (translate("About", "What a copy still tells"), _told_still()),
        (translate("About", "What it cannot know"), _unknown()),
        (translate("About", "What is out of its reach"), _out_of_reach()),
    )


def _found() -> tuple[str, ...]:
    return (
        translate("About", "Position, date, device, names, editing history, and text stored beside the picture."),
        translate("About", "Copies hidden in the file: thumbnails, second pictures, clips, depth maps."),
        translate("About", "Faces in the picture. With parts that you add: text, codes, and objects."),
        translate("About", "All of it on this computer. Nothing is sent anywhere."),
    )


def _removed() -> tuple[str, ...]:
    return (
        translate("About", "Every detail that a viewer does not need to show the picture, in a copy."),
        translate("About", "What you choose to cover is painted over, computed from the border of the cover alone."),
        translate("About", "Each copy is read again, and is called clean only when the details are gone."),
        translate("About", "Your originals are only read. They stay as they are."),
    )


def _told_still() -> tuple[str, ...]:
    return (
        translate("About", "What the picture shows: a place, a room, clothes, a tattoo, a view from a window."),
        translate("About", "A person may be recognised in spite of a cover, by hair, clothes or company."),
        translate("About", "Size, shape and colours of the picture, and traces of the camera in its noise."),
        translate("About", "The name of the file and of its folders, unless you ask for neutral names."),
    )


def _unknown() -> tuple[str, ...]:
    return (
        translate("About", "Faces that were missed: small ones, turned ones, ones half hidden. Look before you share."),
        translate("About", "Text that was not read: small, tilted, handwritten, or in a script that it does not know."),
        translate("About", "What a cloud would really make of your photos. What is said of that is an estimate."),
    )


def _out_of_reach() -> tuple[str, ...]:
    return (
        translate("About", "What was uploaded before. It cannot take that back."),
        translate("About", "The originals on your phone. An app that may read them still can."),
        translate("About", "Photos of you that other people have."),
    )
