"""The session as the patient plays it: the very page of the handout, of the plan as it is now."""

from __future__ import annotations

from collections.abc import Callable

from kit.errors import KitError
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.offered import Played
from kit.words.catalogue import Catalogue


def played(desk: Desk) -> Callable[[], Played]:
    """What makes the page. It looks at nothing of the desk any more. Raises `PlanError` where there is no plan."""
    plan = desk.held()
    clinic, _ = desk.workspace.clinic()
    known = resolve(plan, desk.library)

    def make() -> Played:
        # Not at the head of the file: the planner opens without the handout's page.
        from kit.handouts.document import document
        from kit.handouts.page.page import session_html

        words = Catalogue(clinic.locale)
        try:
            at_home = known.sound().told_in(words)
            return {"code": plan.code, "html": session_html(document(at_home, clinic), at_home, words), "fault": ""}
        except KitError as error:
            fault = error.faults[0]
            return {"code": plan.code, "html": "", "fault": f"{fault.what} {fault.mend}"}

    return make
