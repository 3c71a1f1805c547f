"""The pages of a handout before it is made, drawn by the same painter. Nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable

from kit.clinic import Clinic
from kit.errors import Fault, KitError
from kit.figures import PALETTES
from kit.handouts.style import Style
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.issuing import SHEETS, locale_of
from kit.ui.planner.messages import Export, Preview
from kit.ui.planner.offered import Pages
from kit.words.numbers import counted
from kit.words.text import clean

_NOBODY = "…"  # as long as nobody is named


def pages(desk: Desk, wish: Preview) -> Callable[[], tuple[Pages, list[bytes]]]:
    """What draws the pages of the plan in hand as it is now. It looks at nothing of the desk any more, so that it may
    run beside the next edits. Raises `PlanError` where there is no plan."""
    plan = desk.held()
    before = desk.in_hand.in_force_before(plan)
    clinic, _ = clinic_for(desk, wish)
    known, since = resolve(plan, desk.library), resolve(before, desk.library) if before else None
    name, style, today = wish["name"].strip(), style_of(wish), desk.today
    by = clean(wish.get("by", "")) or desk.issuer() or clinic.therapist or _NOBODY

    def draw() -> tuple[Pages, list[bytes]]:
        # Not at the head of the file: typst and its fonts load here, in the thread that draws.
        from kit.handouts.document import document
        from kit.handouts.foreseen import foreseen
        from kit.handouts.pdf import to_drawings

        try:
            shown = foreseen(known, by, today) if plan.is_draft else known
            made = to_drawings(document(shown, clinic, name, style, since))
        except KitError as error:
            fault = error.faults[0]
            return {"turn": wish["turn"], "said": "", "count": 0, "fault": f"{fault.what} {fault.mend}"}, []
        said = f"{counted(len(made), 'page')}, {SHEETS[style.paper or clinic.sheet]}"
        return {"turn": wish["turn"], "said": said, "count": len(made), "fault": ""}, made

    return draw


def clinic_for(desk: Desk, wish: Export | Preview) -> tuple[Clinic, tuple[Fault, ...]]:
    """The clinic's settings as they are now, in the patient's language."""
    clinic, faults = desk.workspace.clinic()
    return clinic.model_copy(update={"locale": locale_of(wish.get("language", ""), clinic)}), faults


def style_of(wish: Export | Preview) -> Style:
    """Paper, size and colours; the first palette in place of an unknown one."""
    palette = wish["palette"]
    colours = palette if palette in PALETTES else PALETTES[0]
    return Style(
        wish["paper"] or None, wish["large"], colours, form=wish.get("form") or None, diary=wish.get("diary") or None
    )
