"""The clinic's own settings: `clinic.toml` in the workspace."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, get_args
from zoneinfo import available_timezones

from pydantic import AfterValidator

from kit.errors import ContentError, Fault, KitError
from kit.files import is_there, read_toml
from kit.given import checked
from kit.model import Model, Spelling, parse_usable
from kit.settings import Settings
from kit.words.catalogue import DEFAULT
from kit.words.red_flags import emergency_number
from kit.words.text import Line

FILE = "clinic.toml"
FLOATING = "floating"  # in place of a time zone
LOGO_KINDS = (".svg", ".png", ".jpg", ".jpeg")
Colour = Annotated[str, Spelling(r"^#[0-9A-Fa-f]{6}$", "a colour such as #1A5276")]
Locale = Annotated[str, Spelling(r"^[a-z]{2}-[A-Z]{2}$", "a language and a country such as en-GB")]
# As people write it: a plus, brackets, hyphens, dots, and the extension behind it.
_PHONE = r"^(?=.*[0-9].*[0-9])\+?[0-9 ().\-]{2,24}( ?ext\. ?[0-9]{1,6})?$"
Phone = Annotated[str, Spelling(_PHONE, "a number to call such as 112")]
Link = Annotated[str, Spelling(r"^https?://[^\s<>\"]{1,300}$", "a web address such as https://example.org")]
Paper = Literal["a4", "letter"]
# A page with all that is looked for first, the rest overleaf; a leaflet that tells one thing after another; a large
# card for each exercise, to be cut out and hung up; or large pictures and signs, for whose language the kit does not
# have, with all words overleaf for whoever helps.
Form = Literal["page", "leaflet", "cards", "pictures"]
FORMS: tuple[Form, ...] = get_args(Form)
Pen = Literal[
    "brief", "full", "none"
]  # one mark an exercise and day, the pain once; each side, time and number; no sheet
PENS: tuple[Pen, ...] = get_args(Pen)
# What only dresses the handout. Every other fault, an unknown name too, may hide a limit that the clinic has set.
_DRESS = frozenset(
    (
        *("name", "therapist", "contact", "hours", "paper", "locale", "emergency_number", "urgent_number"),
        *("form", "diary", "colour", "time_zone", "logo", "link"),
    )
)
_LETTER = frozenset({"US", "CA"})  # the countries that print on Letter


def _known_zone(name: str) -> str:
    if name not in ("", FLOATING) and name not in available_timezones():
        raise ValueError(f"it is no time zone. Write one such as Europe/London, “{FLOATING}”, or leave it empty.")
    return name


TimeZone = Annotated[Line, AfterValidator(_known_zone)]


class Clinic(Model):
    """Who gives the handout, and how it looks. Everything has a default.

    >>> Clinic(locale="en-US").sheet
    'letter'
    """

    name: Line = ""
    therapist: Line = ""
    contact: Line = ""
    hours: Line = ""
    paper: Paper | None = None  # the country's where none is given
    form: Form = FORMS[0]  # of the handout
    diary: Pen = PENS[0]  # for a pen
    locale: Locale = DEFAULT
    emergency_number: Phone | None = None
    urgent_number: Phone | None = None  # for help on the same day
    colour: Colour = "#17695d"
    # Of the calendar, such as "Europe/London"; "floating": whatever clock the patient looks at; empty: the country's.
    time_zone: TimeZone = ""
    logo: Line = ""  # a picture file beside clinic.toml: SVG, PNG or JPEG
    link: Link | None = None  # printed as a QR code
    settings: Settings = Settings()  # its own limits of days and doses

    @classmethod
    @checked
    def load(cls, path: str | os.PathLike[str]) -> Clinic:
        """The settings in a file, or in the `clinic.toml` of a folder. Raises `ContentError` with all faults.

        `Workspace.clinic` goes on with those that can be used.
        """
        path = Path(path)
        file = path / FILE if os.path.isdir(path) else path  # noqa: PTH112 - also where one may not look
        clinic, faults = read_clinic(file)
        if not is_there(file):
            missing = Fault(str(file), "does not exist.", "Correct the name, or use Clinic() for the defaults.")
            faults = (missing, *faults)
        if faults:
            raise ContentError(faults)
        return clinic

    @property
    def sheet(self) -> Paper:
        """The clinic's paper, or the country's."""
        return self.paper or ("letter" if self.locale.partition("-")[2] in _LETTER else "a4")

    @property
    def emergency(self) -> str:
        """The clinic's emergency number, or the locale's."""
        return self.emergency_number or emergency_number(self.locale)


def of_limits(faults: Iterable[Fault]) -> list[Fault]:
    """Of the `faults` that `read_clinic` told, those that may concern the clinic's limits."""
    return [fault for fault in faults if fault.where.partition(f"{FILE}, ")[2].partition(".")[0] not in _DRESS]


def read_clinic(path: Path) -> tuple[Clinic, tuple[Fault, ...]]:
    """The settings in `path` that can be used, the logo as a path, and all faults of the others, which are left out.

    The defaults where there is no such file, or where it cannot be read at all.
    """
    misspelt = _misspelt(path)
    try:
        data = read_toml(path) if is_there(path) else {}
    except KitError as error:
        return Clinic(), (*misspelt, *error.faults)
    clinic, others = parse_usable(Clinic, data, path.name)
    faults = (*misspelt, *others)
    if not clinic.logo:
        return clinic, faults
    logo = path.parent / clinic.logo
    if logo.suffix.lower() in LOGO_KINDS and os.path.isfile(logo):  # noqa: PTH113 - also where one may not look
        return clinic.model_copy(update={"logo": str(logo)}), faults
    what = f"“{clinic.logo}” is no picture beside it ({', '.join(LOGO_KINDS)})."
    missing = Fault(f"{path.name}, logo", what, "Correct the name.")
    return clinic.model_copy(update={"logo": ""}), (*faults, missing)


def spellings(folder: Path) -> list[str]:
    """The files in `folder` with the name of the settings, in capitals or not."""
    try:
        return sorted(name for name in os.listdir(folder) if name.casefold() == FILE)  # noqa: PTH208 - names alone
    except OSError:  # where one may not look, reading the settings tells so
        return []


def _misspelt(path: Path) -> tuple[Fault, ...]:
    """Settings beside `path` that nobody reads, since their name is in other letters."""
    names = spellings(path.parent) if path.name == FILE else []
    what = f"is not read: the settings are in {FILE}, in small letters."
    return tuple(Fault(name, what, f"Rename it to {FILE}, or take it away.") for name in names if name != FILE)
