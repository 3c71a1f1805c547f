"""The clinician's desk: the plan in hand, the library, the workspace. Everything the page does, without the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from kit.errors import Fault, KitError, OverwriteError, PlanError
from kit.plan.plan import Plan
from kit.plan.template import template, usable_templates
from kit.review.issue import issue
from kit.store.workspace import Kept, Workspace
from kit.timing.session import session
from kit.ui.bench import Bench
from kit.ui.cards import Query, detail, found, library_lists, small_picture
from kit.ui.findings import review_view
from kit.ui.history import History
from kit.ui.intents import EDITS
from kit.ui.patient import condition_list, patient_view
from kit.ui.screen import screen_lists, screen_view
from kit.ui.view import plan_view
from kit.words.catalogue import Catalogue
from kit.words.durations import clock

FIRST_OFFER = "knee-glute-stretches"


class Desk:
    """Takes wishes (`do`), keeps the plan and tells what to show (`view`). `today` is the day it counts from."""

    def __init__(self, workspace: Workspace, today: dt.date) -> None:
        self.workspace, self.today = workspace, today
        self.library, faults = workspace.usable()
        clinic, wrong = workspace.clinic()
        self.notices: list[Fault] = [*faults, *wrong]
        self.words = Catalogue(clinic.locale)
        self._history = History()
        self._kept_as: Plan | None = None  # the plan as it lies in the workspace
        self._kept: list[Kept] = []
        self._earlier: dict[tuple[str, int], Plan | None] = {}
        self._look_around()
        self._offers = self._offered()

    @property
    def plan(self) -> Plan | None:
        return self._history.plan

    def do(self, wish: Mapping[str, Any]) -> str:
        """Carry out one wish and say in a few words what was done. Raises `KitError`; nothing has changed then."""
        name = str(wish.get("do"))
        if name in EDITS:
            self._edit(name, wish)
            return ""
        match name:
            case "template":
                chosen = template(str(wish["template"]))
                self._history.put(chosen.plan(self.library, self._next_id(), self.today))
            case "blank":
                self._history.put(self._blank())
            case "open":
                self._open(str(wish["plan_id"]), int(wish["version"]))
            case "close":
                self._history.put(None)
            case "undo":
                self._history.undo()
            case "redo":
                self._history.redo()
            case "save":
                return f"Saved as {self._save(self.held())}."
            case "issue":
                return f"Issued, and saved as {self._issue(str(wish.get('by', '')))}."
            case _:
                raise PlanError(Fault("planner", f"“{name}” is nothing it can do.", "Reload the page."))
        return ""

    def held(self) -> Plan:
        """The plan in hand. Raises `PlanError` where there is none."""
        if self.plan is None:
            raise PlanError(Fault("plan", "there is none yet.", "Start one, or open one."))
        return self.plan

    def view(self) -> dict[str, Any]:
        """What the page shows, as plain data."""
        plan = self.plan
        return {
            "plan": plan_view(plan, self.library, self.words) if plan else None,
            "patient": patient_view(plan) if plan else None,
            "screen": screen_view(plan) if plan else None,
            "review": review_view(plan, self._bench(plan)) if plan else None,
            "saved": plan is not None and plan == self._kept_as,
            "undo": self._history.can_undo,
            "redo": self._history.can_redo,
            "offers": self._offers,
            "kept": [{k: v for k, v in asdict(kept).items() if k != "path"} for kept in self._kept],
        }

    def lists(self) -> dict[str, Any]:
        """What the page offers to choose from; it stays the same."""
        return {**library_lists(self.library), "conditions": condition_list(), "red_flags": screen_lists()}

    def found(self, query: Query) -> dict[str, Any]:
        """The exercises that `query` asks for; what is at home stands in the plan."""
        return found(self.library, query, self.plan.context.equipment if self.plan else ())

    def detail(self, exercise_id: str) -> dict[str, Any]:
        """One exercise in full. Raises `PlanError` where there is none of this id."""
        return detail(self.library[exercise_id], self.library, self.words)

    def picture(self, exercise_id: str) -> dict[str, str]:
        """A small picture of one exercise, as SVG text; empty where none is drawn."""
        return {"id": exercise_id, "svg": small_picture(exercise_id)}

    def _edit(self, name: str, wish: Mapping[str, Any]) -> None:
        plan = self.plan or self._blank()
        # Digits typed into one field are one step back, not one for each digit.
        topic = (name, wish.get("item_id"), wish.get("field")) if name in ("adjust", "describe") else None
        changed = EDITS[name](plan, self._bench(plan), wish)
        self._history.put(changed, topic)

    def _bench(self, plan: Plan) -> Bench:
        return Bench(self.library, self.today, self.before(plan))

    def before(self, plan: Plan) -> Plan | None:
        """The version that `plan` replaces. One that is not here is told once, and then left out."""
        if plan.replaces is None:
            return None
        named = (plan.plan_id, plan.replaces.version)
        if named not in self._earlier:
            try:
                self._earlier[named] = self.workspace.load(*named)
            except KitError as error:
                self._earlier[named] = None
                self.notices += error.faults
        return self._earlier[named]

    def _issue(self, by: str) -> str:
        """Issue the plan in hand and keep it. Raises `PlanError` with all that holds it; it is still a draft then."""
        draft = self.held()
        issued = issue(draft, self.library, by, self.today, self.before(draft))
        kept = self._save(issued)
        self._history.settle(issued)  # there is no way back behind an issue
        return kept

    def _open(self, plan_id: str, version: int) -> None:
        plan = self.workspace.load(plan_id, version)
        session(plan, self.library)  # a plan that cannot be shown is refused here, and the present one stays
        self._history.put(plan)
        self._kept_as = plan

    def _save(self, plan: Plan) -> str:
        """Keep the plan. Raises `OverwriteError` where another plan, such as another patient's, has its id."""
        target = self.workspace.plan_path(plan)
        mine = self._kept_as is not None and self._kept_as.plan_id == plan.plan_id
        if not mine and target.exists():
            raise OverwriteError(Fault("plan id", f"“{plan.plan_id}” is taken by another plan.", "Choose another id."))
        path = self.workspace.save(plan)
        self._kept_as = plan
        self._look_around()
        return path.name

    def _blank(self) -> Plan:
        return Plan.begin(self._next_id(), self.today)

    def _next_id(self) -> str:
        taken = {kept.plan_id for kept in self._kept}
        return next(name for n in range(1, len(taken) + 2) if (name := f"P-{n:03}") not in taken)

    def _look_around(self) -> None:
        self._kept, faults = self.workspace.kept()
        self.notices += faults

    def _offered(self) -> list[dict[str, Any]]:
        """Ways to start, the founding four first."""
        offers = []
        ready, faults = usable_templates()
        self.notices += faults
        for name, one in sorted(ready.items(), key=lambda pair: (pair[0] != FIRST_OFFER, pair[1].name)):
            try:
                total = session(one.plan(self.library, name, self.today), self.library).total_s
            except KitError as error:  # an exercise of hers stands in place of one that the template means
                self.notices += (replace(fault, where=f"template {name}") for fault in error.faults)
                continue
            about = f"{len(one.items)} exercises · {clock(total)}"
            offers.append({"id": name, "name": one.name, "summary": one.summary, "about": about})
        return offers
