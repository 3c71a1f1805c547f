"""What a plan says about itself beyond its exercises: the items of CERT that only the clinician knows.

Consensus on Exercise Reporting Template (Slade2016); the wording here is the kit's own.
"""

from __future__ import annotations

from typing import Literal

from kit.model import Model
from kit.words.text import Line, Note


class Reporting(Model):
    """How the plan is delivered, made and carried on. Empty means not said."""

    provider: Line = ""  # therapist and qualification
    setting: Line = "at home"
    group: Literal["alone", "group"] = "alone"
    supervision: Line = "not supervised, with a written handout"
    progression_rule: Note = ""
    advice: Note = ""  # parts of the treatment that are no exercise
    tailoring: Literal["generic", "tailored"] | None = None
    tailored_how: Note = ""
    start_rule: Note = ""  # how the starting level was found
