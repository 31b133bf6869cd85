"""What is known of the feature, when it was known, and what a person can do: the one place to bring up to date.

Nothing here is looked up by the program. Each fact carries the month from which it is; a reader decides with that.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from lenscap.gui.guide.nouns import Deed, Fact, Step

_CONSENT = date(2025, 6, 1)
"""The text that people were asked to agree to."""
_START = date(2025, 10, 1)
_EUROPE = date(2026, 4, 1)
_WALKED = date(2025, 8, 1)
"""When the way through the app's menus was last described."""
_IPHONE, _ANDROID = date(2023, 9, 1), date(2023, 10, 1)
"""iOS 17 and Android 14, which have these names."""
_OBJECTING = date(2025, 5, 1)
_GDPR = date(2018, 5, 1)
_LENSCAP = date(2026, 11, 1)

FORM = "https://www.facebook.com/help/contact/712876720715583"
PHONES = ("iphone", "android")
REGIONS = ("eu", "uk", "elsewhere")


def cannot() -> Fact:
    """What no program on a computer can do."""
    text = _tr("Originals left on the phone stay eligible. That changes on the phone only, with the steps below.")
    return Fact(_tr("Lenscap cannot stop the phone’s upload"), text, _LENSCAP)


def feature() -> tuple[Fact, ...]:
    """What the feature is, what it takes and what becomes of it."""
    return (
        Fact(
            _tr("What people agree to"),
            _tr(
                "Photos and videos of the camera roll go to the company’s cloud “on an ongoing basis”, chosen by time, "
                "location or themes. Back come ideas “like collages, recaps, AI restylings, or photo themes”."
            ),
            _CONSENT,
        ),
        Fact(
            _tr("What is looked at"),
            _tr("Media and facial features are analysed. The date and the presence of people or objects are used."),
            _CONSENT,
        ),
        Fact(
            _tr("How far back it goes"),
            _tr(
                "About the last 30 days are taken. Themes (pets, weddings, graduations, birthdays, travel) may reach "
                "older photos."
            ),
            _CONSENT,
        ),
        Fact(_tr("After switching off"), _tr("What was uploaded goes after 30 days."), _CONSENT),
        Fact(
            _tr("Ads and training"),
            _tr(
                "The company says: not used for ads, and not for training “unless you choose to edit this media with "
                "our AI tools, or share”."
            ),
            _START,
        ),
        Fact(
            _tr("Where it is offered"),
            _tr(
                "In the US and Canada from 17 October 2025, but not in Illinois and Texas. In the EU and the UK from "
                "16 April 2026. The company calls it opt-in."
            ),
            _EUROPE,
        ),
    )


def steps(phone: str) -> tuple[Step, ...]:
    """What to do, in order, on one of the ``PHONES``."""
    menu = Fact(_tr("Open the menu"), _tr("In the app on your phone, tap the three lines."), _WALKED)
    settings = Fact(_tr("Go to Settings"), _tr("Tap Settings & privacy, then Settings."), _WALKED)
    roll = Fact(_tr("Find camera roll"), _tr("Open Camera roll sharing suggestions."), _WALKED)
    both = Fact(_tr("Switch both off"), _tr("There are two toggles on that page. Turn both off."), _WALKED)
    return (
        Step("menu", (), menu),
        Step("settings", (_tr("Settings"),), settings),
        Step("roll", (_tr("Camera roll sharing suggestions"),), roll),
        Step("toggles", (_tr("Suggestions"), _tr("Cloud processing")), both),
        _access(phone),
    )


def _access(phone: str) -> Step:
    title = _tr("Take photo access away")
    if phone == "iphone":
        text = _tr("In the phone’s Settings: Privacy & Security → Photos → the app → None. Names as in iOS 17.")
        return Step("access", (_tr("None"),), Fact(title, text, _IPHONE))
    text = _tr(
        "In the phone’s Settings: Apps → the app → Permissions → Photos and videos → Don’t allow. "
        "Names as in Android 14; they differ by maker."
    )
    return Step("access", (_tr("Don’t allow"),), Fact(title, text, _ANDROID))


def deeds() -> tuple[Deed, ...]:
    """What each of the things to do does and does not do."""
    return (
        Deed(
            "switchoff",
            _tr("Switch it off"),
            _tr("Steps 1 to 4"),
            _tr("Ends the processing of your camera roll in the cloud. What was uploaded goes after 30 days."),
            _tr("Does not take photo access away from the app, and does not reach what you posted or shared."),
            _CONSENT,
        ),
        Deed(
            "phone",
            _tr("Take photo access away"),
            _tr("Step 5"),
            _tr("The phone gives the app no photos, even if a toggle is turned on again."),
            _tr("Does not delete what was uploaded before. If you let it see chosen photos, it can read those."),
            _ANDROID,
        ),
        Deed(
            "scale",
            _tr("Object"),
            _tr("EU and UK"),
            _tr("Asks the company not to train its AI on your public posts and your chats with it."),
            _tr("Does not switch camera roll processing off. For that, do the steps above."),
            _OBJECTING,
        ),
        Deed(
            "cap",
            _tr("Clean with Lenscap"),
            _tr("On this computer"),
            _tr("Makes copies without position, names and serial numbers, with the faces you choose covered."),
            _tr("Does not change the originals on your phone, and does not stop their upload."),
            _LENSCAP,
        ),
    )


def right(region: str) -> tuple[Fact, ...]:
    """What can be objected to in one of the ``REGIONS``."""
    if region == "elsewhere":
        text = _tr("This right is part of the law of the EU and the UK. The steps above do not depend on it.")
        return (Fact("", text, _GDPR),)
    what = _tr(
        "Article 21 of the {law} lets you object to AI training on your public posts and your chats with the AI. It "
        "does not switch camera roll processing off."
    )
    how = _tr(
        "You send the letter yourself, in the company’s form. Keep the date. If no answer comes within one month, you "
        "can turn to the authority for privacy in your country."
    )
    return (Fact("", what.format(law=_law(region)), _OBJECTING), Fact("", how, _GDPR))


def form() -> Fact:
    """Where the form is; it may have moved."""
    text = _tr("If the form has moved, look for “object” in the app’s Privacy Centre.")
    return Fact(FORM, text, _OBJECTING)


def letter(region: str) -> str:
    """What can be written in the form; what stands in brackets is for the person to fill in."""
    return _tr(
        "Objection under Article 21 of the {law}\n\n"
        "I object to the use of my personal data for the training and improvement of AI. This concerns all that I have "
        "posted publicly (posts, photos and their captions, comments) and what I have written in chats with your AI, "
        "in all accounts that are mine.\n\n"
        "My reason: [in your own words]\n\n"
        "Please end this use and confirm it in writing within one month (Article 12(3) of the {law}).\n\n"
        "Name: [your name]\n"
        "E-mail address of the account: [your address]\n"
        "Date: [today]\n"
    ).format(law=_law(region))


def _law(region: str) -> str:
    return _tr("UK GDPR") if region == "uk" else _tr("GDPR")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)
