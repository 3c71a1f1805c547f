"""What the caseload's page may ask for, each wish by its `do`. Sorting and filtering are the page's own."""

from __future__ import annotations

from typing import Literal

from kit.ui.messages import Sent
from kit.ui.wishes import Wishes


class AsOf(Sent):
    """Look through all plans as of `day`, as in 2026-06-01."""

    do: Literal["as_of"]
    day: str


class Today(Sent):
    """Look through all plans again, as of today."""

    do: Literal["today"]


Wish = AsOf | Today
WISHES: Wishes[Wish] = Wishes("caseload", Wish)
