"""The page in place of the planner where the store cannot be opened: what is wrong, and the mend."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

from kit.errors import KitError

_STATIC = Path(__file__).parent / "static"


class Closed(anywidget.AnyWidget):
    """Shows each of `faults` (where, what, mend)."""

    _esm = "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in ("dom.js", "closed.js"))
    _css = (_STATIC / "planner.css").read_text(encoding="utf-8")
    faults: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(self, error: KitError) -> None:
        super().__init__(faults=[fault.as_dict() for fault in error.faults])

    def __repr__(self) -> str:
        return "Closed()"
