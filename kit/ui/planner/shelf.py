"""The library as it stands beside the plan in hand: what is found, an exercise in full, its pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kit.figures import frames
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.beforehand import Beforehand
from kit.review.case import Case
from kit.ui.planner.bench import Bench
from kit.ui.planner.in_hand import InHand
from kit.ui.planner.mine import Mine
from kit.ui.planner.offered import Detail, Found, Frames, Picture
from kit.ui.planner.offers import Offers
from kit.ui.planner.panel import Marks, Query, detail, found, small_picture
from kit.words.catalogue import Catalogue


class ShelfView:
    """`bench` gives what a plan is judged by."""

    def __init__(
        self,
        library: Library,
        words: Catalogue,
        in_hand: InHand,
        *,
        mine: Mine,
        offers: Offers,
        bench: Callable[[Plan], Bench],
    ) -> None:
        self._library, self._words, self._in_hand = library, words, in_hand
        self._mine, self._offers, self._bench = mine, offers, bench
        self._judged: tuple[object, Beforehand] | None = None

    def found(self, query: Query) -> Found:
        """The exercises that `query` asks for, with what each would bring to the plan in hand."""
        recent = self._mine.recent() if query.mine == "recent" else ()
        marks = Marks(self._mine.favourites, self.places(), recent, self._beforehand())
        return found(self._library, query, marks, self._offers.held(query.words))

    def detail(self, exercise_id: str) -> Detail:
        """One exercise in full. Raises `PlanError` where there is none of this id."""
        marks = Marks(self._mine.favourites, self.places(), beforehand=self._beforehand(), usual=self._mine.usual)
        return detail(self._library[exercise_id], self._library, self._words, marks)

    def picture(self, exercise_id: str) -> Picture:
        """A small picture of one exercise, as SVG text; empty where none is drawn."""
        return {"id": exercise_id, "svg": small_picture(exercise_id)}

    def frames(self, exercise_id: str) -> Frames:
        """The pictures of its movement, as SVG text. Raises `PlanError` where there is none of this id."""
        exercise = self._library[exercise_id]
        return {"id": exercise_id, "svgs": list(frames(exercise_id, exercise.lead_side))}

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

    def _beforehand(self) -> Beforehand | None:
        """What each exercise would bring; made anew where the patient or the days have changed."""
        plan, by = self._in_hand.plan, self.judged_by()
        if plan is None:
            return None
        if self._judged is None or self._judged[0] != by:
            bench = self._bench(plan)
            case = Case(resolve(plan, self._library), rules(), bench.today, bench.previous, bench.settings)
            self._judged = (by, Beforehand(case))
        return self._judged[1]
