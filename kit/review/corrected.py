"""Whether a correction corrects: the patient is told to throw the older sheet away, so something has to differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kit.plan.correction import PARTS, Mistake, Part, changed_parts, is_correction, promised
from kit.review.before import is_at_hand
from kit.review.case import Case
from kit.review.finding import Finding
from kit.words.text import clip

_KEY = "correction"  # in the key of what is wrong with one
_OWN = "design choice (D)"
_SHOWN = 60  # characters of a reason
_WHY = "Its sheet tells the patient to throw the older one away."
_AS_IT_WAS: dict[Mistake | None, str] = {
    "dose": "every dose and every day of exercise",
    "side": "every side",
    "exercise": "every exercise",
    None: "all of it",
}
_MENDS: dict[Mistake | None, str] = {
    "dose": "Set the dose that was wrong",
    "side": "Set the side that was wrong",
    "exercise": "Take the wrong exercise out, or put the right one in",
    None: "Change what was wrong",
}


def corrected(case: Case) -> Iterator[Finding]:
    """An ERROR where a draft that corrects is as the version before, a CAUTION where it keeps not what it promises."""
    plan, before = case.plan, case.previous
    if not plan.is_draft or before is None or not is_correction(plan, case.on) or not is_at_hand(plan, before):
        return
    part, changed = promised(plan), changed_parts(before, plan, case.on)
    reason = plan.replaces.reason if plan.replaces else ""
    said = f"it corrects version {before.version} (“{clip(reason.rstrip('.'), _SHOWN)}”)"
    if not changed:
        what = f"{said}, and nothing is changed: {_AS_IT_WAS[part]} is as it was."
        mend = f"{_MENDS[part]}, or leave version {before.version} in force."
        yield _finding("ERROR", what, mend, part)
    elif part is not None and part not in changed:
        what = f"{said}, and {_AS_IT_WAS[part]} is as it was; something else is changed."
        yield _finding("CAUTION", what, f"{_MENDS[part]}, or leave it so if something else was wrong.", part)


def _finding(level: Literal["ERROR", "CAUTION"], what: str, mend: str, part: Mistake | None) -> Finding:
    return Finding(level, "plan", what, _WHY, _OWN, mend, f"{level} {_KEY} {part or 'rest'}")


def part_of(finding: Finding) -> Part | None:
    """What such a finding wants to see changed; None of any other one."""
    words = finding.key.split()
    return next((part for part in PARTS if words[1:] == [_KEY, part]), None)
