"""Sources as a clinician reads them: by their names, without the marks of the kit's own bookkeeping."""

from __future__ import annotations

import re

_PLAIN = {
    "general knowledge (G)": "general knowledge",
    "design choice (D)": "a choice of the kit, no study; your judgement counts",
}
_MARKS = {"V": "", "S": ", second-hand", "G": ", from general knowledge", "D": ", a choice of the kit"}
_MARK = re.compile(r" \(([VSGD])\)")


def plainly(cited: str) -> str:
    """ "Willy2019 (V), AAOS (S), general knowledge (G)" -> "Willy2019; AAOS, second-hand; general knowledge"."""
    return "; ".join(_PLAIN.get(one, _MARK.sub(lambda mark: _MARKS[mark[1]], one)) for one in cited.split(", "))
