"""The page in place of the planner where the store cannot be opened: what is wrong, and the mend."""

from __future__ import annotations

import anywidget
import traitlets

from kit.errors import KitError
from kit.ui.messages import Told
from kit.ui.page import static


class Closed(anywidget.AnyWidget):
    """Shows each of `faults` (where, what, mend)."""

    _esm = static("planner.js")
    _css = static("planner.css")
    faults: traitlets.List[Told] = traitlets.List().tag(sync=True)

    def __init__(self, error: KitError) -> None:
        super().__init__(faults=[Told(where=f.where, what=f.what, mend=f.mend) for f in error.faults])

    def __repr__(self) -> str:
        return "Closed()"
