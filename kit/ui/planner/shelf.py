"""The library as it stands beside the plan in hand: what is found, an exercise in full, its pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kit.figures import movement_of, small_of
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.beforehand import Beforehand
from kit.review.case import Case
from kit.ui.planner.bench import Bench
from kit.ui.planner.in_hand import InHand
from kit.ui.planner.library_wishes import Issued
from kit.ui.planner.mine import Mine
from kit.ui.planner.offered import Detail, Found, Frames, Picture
from kit.ui.planner.offers import Offers
from kit.ui.planner.panel import Marks, Query, detail, found
from kit.words.catalogue import Catalogue


class ShelfView:
    """`bench` gives what a plan is judged by, `own` whether an exercise is a file of the clinician's."""

    def __init__(
        self,
        library: Library,
        words: Catalogue,
        in_hand: InHand,
        *,
        mine: Mine,
        offers: Offers,
        bench: Callable[[Plan], Bench],
        own: Callable[[str], bool],
    ) -> None:
        self._library, self._words, self._in_hand = library, words, in_hand
        self._mine, self._offers, self._bench, self._own = mine, offers, bench, own
        self._judged: tuple[object, Beforehand] | None = None

    def read(self, library: Library, offers: Offers) -> None:
        """Stand beside another library from now on."""
        self._library, self._offers, self._judged = library, offers, None

    def found(self, query: Query) -> Found:
        """The exercises that `query` asks for, with what each would bring to the plan in hand."""
        recent = self._mine.recent() if query.mine == "recent" else ()
        marks = Marks(self._mine.favourites, self.places(), recent, self.beforehand())
        return found(self._library, query, marks, self._offers.held(query.words))

    def detail(self, exercise_id: str) -> Detail:
        """One exercise in full. Raises `PlanError` where there is none of this id."""
        marks = Marks(self._mine.favourites, self.places(), beforehand=self.beforehand(), usual=self._mine.usual)
        exercise = self._library[exercise_id]
        return detail(exercise, self._library, self._words, marks, own=self._own(exercise_id))

    def picture(self, exercise_id: str, issued: Issued | None = None) -> Picture:
        """A small picture of one exercise, as SVG text; empty where none is drawn. Raises `PlanError` for no version.

        As the library has it, or the plan in hand where that has it no more; of an `issued` version as it was issued.
        """
        if issued:
            known = self._as_issued(exercise_id, issued)
            return {"id": exercise_id, "issued": issued, "svg": small_of(known) if known else ""}
        known = self._library.exercises.get(exercise_id) or self._of(self._in_hand.plan, exercise_id)
        return {"id": exercise_id, "svg": small_of(known) if known else ""}

    def _as_issued(self, exercise_id: str, issued: Issued) -> Exercise | None:
        """Another plan may be in hand by the time that it is asked for."""
        return self._of(self._in_hand.version(issued["code"], issued["version"]), exercise_id)

    def _of(self, plan: Plan | None, exercise_id: str) -> Exercise | None:
        """The exercise as `plan` has it."""
        return resolve(plan, self._library).exercises.exercises.get(exercise_id) if plan else None

    def frames(self, exercise_id: str) -> Frames:
        """The pictures of its movement, as SVG text. Raises `PlanError` where there is none of this id."""
        exercise = self._library[exercise_id]
        return {"id": exercise_id, "svgs": list(movement_of(exercise, exercise.lead_side))}

    def places(self) -> dict[str, list[int]]:
        """At which numbers of the plan in hand each exercise stands, counted from 1."""
        plan, places = self._in_hand.plan, dict[str, list[int]]()
        for number, item in enumerate(plan.items if plan else (), 1):
            places.setdefault(item.exercise_id, []).append(number)
        return places

    def judged_by(self) -> tuple[Context, dt.date, dt.date] | None:
        """What the marks depend on: the patient, and the days of the plan."""
        plan = self._in_hand.plan
        return (plan.context, plan.start, plan.until) if plan else None

    def beforehand(self) -> Beforehand | None:
        """What each exercise would bring; made anew where the patient or the days have changed."""
        plan, by = self._in_hand.plan, self.judged_by()
        if plan is None:
            return None
        if self._judged is None or self._judged[0] != by:
            bench = self._bench(plan)
            case = Case(resolve(plan, self._library), rules(), bench.today, bench.previous, bench.settings)
            self._judged = (by, Beforehand(case))
        return self._judged[1]
