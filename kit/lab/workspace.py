"""A workspace made ready: her notebooks, her settings file, and what a killed run has left of a handout."""

from __future__ import annotations

from pathlib import Path

from kit.errors import Fault
from kit.files import is_there, make_folder, write_atomic
from kit.handouts.folder import sweep_all
from kit.lab.notebooks import copy_notebooks
from kit.store.workspace import Workspace

HOME = ".kit"  # what the kit and Jupyter keep for themselves

_CLINIC = """\
# Your clinic, as the handout shows it. Remove the # before a line to use it.

# name = "Example Physiotherapy"
# therapist = "A. Physio"
# contact = "Telephone 01234 567890"
# hours = "Monday to Friday, 9 to 5"

# Paper of the handout: "a4" or "letter"; if you leave it out, what your country prints on.
# paper = "a4"

# Form of the handout: "page" (one page, the rest overleaf), "leaflet" (one thing after another), "cards" (a large one
# for each exercise, for the fridge) or "pictures" (signs in place of words). Without it: a page.
# form = "page"

# The diary for a pen in it: "brief" (one mark and the pain a day), "full" (each side, time and number) or "none".
# By a brief one the follow-up can tell when to do less, and never when to do more: that takes the full one.
# diary = "brief"

# Language and country of the patient's texts: "en-GB" or "en-US"; nobody has reviewed the
# translations: "es-ES", "ar-EG" or "zh-CN".
# locale = "en-GB"

# Only if it is another one than your country's. Of most countries the kit knows none, and prints 112: look yours up.
# emergency_number = "112"

# The number for help on the same day, such as a medical help line. Great Britain has NHS 111 without it. Of no other
# country, the United States among them, the kit knows one: without yours the handout names no number, and sends the
# patient to the doctor's own. Write yours in digits and spaces.
# urgent_number = "116117"

# Colour of headings, as #RRGGBB. Choose a dark one: it stands on white paper.
# colour = "#17695d"

# A picture file beside this one, printed on the first page: SVG, PNG or JPEG.
# logo = "logo.png"

# An address of yours, printed as a code to point a phone at.
# link = "https://clinic.example/exercises"

# Time zone of calendar.ics; without it your country's, where it has only one. With "floating" times count on whatever
# clock the patient looks at.
# time_zone = "Europe/London"

# Your own limits of days, doses and loads, within safe bounds; the page "Your clinic's own limits" lists them all.
# settings.dates.screen_age_days = 14
# settings.doses.stretch_hold_long = 60
"""


def make_workspace(folder: Path) -> tuple[Path, list[Fault]]:
    """Make `folder` a workspace for its owner alone, keeping all that is in it, and its modes.

    Gives the folder that the kit keeps for itself, and what stands in the way of a notebook or a handout. Raises
    `MachineError` where the workspace cannot be written.
    """
    home = folder / HOME
    make_folder(home)
    if not is_there(folder / "clinic.toml"):
        write_atomic(folder / "clinic.toml", _CLINIC.encode())
    return home, [*copy_notebooks(folder, home / "notebooks.json"), *sweep_all(Workspace(folder).handouts)]
