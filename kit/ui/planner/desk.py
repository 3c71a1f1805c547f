"""The clinician's desk: the plan in hand, the library, the store. Everything the page does, without the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kit.errors import Fault, KitError, PlanError
from kit.figures import frames
from kit.library.rules import rules
from kit.plan.another import for_another
from kit.plan.context import Context
from kit.plan.differences import differences
from kit.plan.own_template import template_of
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.beforehand import Beforehand
from kit.review.case import Case
from kit.store.held import ConflictError, Held, StaleError
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.timing.session import session
from kit.ui.cards import library_lists
from kit.ui.planner.bench import Bench, day
from kit.ui.planner.clinician import clinician, keep_clinician
from kit.ui.planner.edits import edited
from kit.ui.planner.findings import review_view
from kit.ui.planner.issuing import to_issue
from kit.ui.planner.kept import conflict_view, following, namesake, siblings, texts_view
from kit.ui.planner.many import adjusted_all
from kit.ui.planner.messages import Deed, DeskWish, Edit, NewVersion, Resolve, Simple, is_edit
from kit.ui.planner.mine import Mine
from kit.ui.planner.offered import Detail, Found, Frames, Lists, Picture, Unfolded
from kit.ui.planner.panel import Marks, Query, detail, found, small_picture
from kit.ui.planner.patient import condition_list, patient_view
from kit.ui.planner.row_wishes import AdjustAll
from kit.ui.planner.rows import Rows
from kit.ui.planner.said import said_of
from kit.ui.planner.screen import screen_lists, screen_view
from kit.ui.planner.shown import PlanShown, View
from kit.ui.planner.start import StartPage
from kit.ui.planner.start_wishes import ForAnother
from kit.ui.planner.start_wishes import Mine as Kept
from kit.ui.planner.told import told
from kit.ui.planner.unfolded import unfolded
from kit.ui.planner.view import plan_view
from kit.words.catalogue import Catalogue
from kit.words.text import clean

FEW = 6  # templates that a plan without exercises offers


class Desk:
    """Takes wishes (`do`), keeps each edit in the store and tells what to show (`view`).

    `today` is the day it counts from. The plan in hand is always as the store has it: what is shown is kept.
    """

    def __init__(self, workspace: Workspace, store: Store, today: dt.date) -> None:
        self.workspace, self.store, self.today = workspace, store, today
        self.library, faults = workspace.usable()
        clinic, wrong = workspace.clinic()
        self.notices: list[Fault] = [*faults, *wrong]
        self.words, self.clinic = Catalogue(clinic.locale), clinic
        self._in_hand: Held | None = None
        self._conflict: ConflictError | None = None
        self._start = StartPage(workspace, store, self.library, today)
        self.notices += self._start.faults
        self._mine_of = Mine(store)
        self._earlier: dict[tuple[str, int], Plan | None] = {}
        self._judged: tuple[object, Beforehand] | None = None
        self._rows = Rows(self.words)
        self._shown: tuple[Plan, PlanShown] | None = None

    @property
    def plan(self) -> Plan | None:
        return self._in_hand.plan if self._in_hand else None

    def do(self, wish: DeskWish) -> str:
        """Carry out one wish and say in a few words what was done. Raises `KitError`; nothing is lost then."""
        try:
            if not is_edit(wish):
                return self._deed(wish)
            if self._conflict:
                return ""  # the page takes no edit until she has chosen; a field that loses the focus sends once more
            return self._edit(wish)
        except ConflictError as conflict:
            self._conflict = conflict  # the page shows both edits and asks
            return ""
        except StaleError:
            self._take(self.store.open(self.held().code))  # she sees it as it is now
            raise

    def held(self) -> Plan:
        """The plan in hand. Raises `PlanError` where there is none."""
        return self._mine().plan

    def view(self) -> View:
        """What the page shows, as plain data."""
        held, store = self._in_hand, self.store
        if held is None:
            return self._start.view()
        plan = held.plan
        bench = self.bench(plan)
        screen, review = screen_view(plan, bench), review_view(plan, bench)
        return {
            "plan": self.plan_view(),
            "patient": patient_view(plan),
            "screen": screen,
            "review": review,
            "undo": held.can_undo,
            "redo": held.can_redo,
            "next": following(store, plan),
            "namesake": namesake(store, plan),
            "siblings": siblings(store, plan),
            "correct_from": max(plan.start, self.today).isoformat(),
            "to_issue": to_issue(plan, bench, screen, review, self.clinic, self.issuer()),
            "me": clinician(self.store, self.clinic),
            "conflict": conflict_view(self._conflict, self.library, self.words) if self._conflict else None,
            "usual": [item.item_id for item in plan.items if self._mine_of.is_usual(item)],
            "texts": texts_view(plan, self.library, self._start.offers.texts),
            "ready": [] if plan.items else self._start.offers.all[:FEW],
        }

    def plan_view(self) -> PlanShown:
        """The plan in hand alone, without what rests on it: its rows and its time."""
        plan = self.held()
        if self._shown is None or self._shown[0] is not plan:
            self._shown = plan, plan_view(resolve(plan, self.library), self._rows)
        return self._shown[1]

    def untold(self) -> list[Fault]:
        """Faults beside a wish that nobody has been told yet. Each is told once."""
        told, self.notices = self.notices, []
        return told

    def lists(self) -> Lists:
        """What the page offers to choose from; it stays the same."""
        return {**library_lists(self.library), "conditions": condition_list(), "red_flags": screen_lists()}

    def found(self, query: Query) -> Found:
        """The exercises that `query` asks for, with what each would bring to the plan in hand."""
        recent = self._mine_of.recent() if query.mine == "recent" else ()
        marks = Marks(self._mine_of.favourites, self.places(), recent, self._beforehand())
        return found(self.library, query, marks, self._start.offers.held(query.words))

    def judged_by(self) -> tuple[Context, dt.date, dt.date] | None:
        """What the marks of the library depend on: the patient, and the days of the plan."""
        return (self.plan.context, self.plan.start, self.plan.until) if self.plan else None

    def _beforehand(self) -> Beforehand | None:
        """What each exercise would bring; made anew where the patient or the days have changed."""
        if self.plan is None:
            return None
        if self._judged is None or self._judged[0] != self.judged_by():
            known = resolve(self.plan, self.library)
            case = Case(known, rules(), self.today, self.before(self.plan), self.clinic.settings)
            self._judged = (self.judged_by(), Beforehand(case))
        return self._judged[1]

    def places(self) -> dict[str, list[int]]:
        """At which numbers of the plan in hand each exercise stands, counted from 1."""
        places: dict[str, list[int]] = {}
        for number, item in enumerate(self.plan.items if self.plan else (), 1):
            places.setdefault(item.exercise_id, []).append(number)
        return places

    def detail(self, exercise_id: str) -> Detail:
        """One exercise in full. Raises `PlanError` where there is none of this id."""
        marks = Marks(self._mine_of.favourites, self.places(), beforehand=self._beforehand())
        return detail(self.library[exercise_id], self.library, self.words, marks)

    def unfolded(self, item_id: str) -> Unfolded:
        """One item of the plan in hand as its patient reads it. Raises `PlanError`."""
        return unfolded(resolve(self.held(), self.library), item_id, self.words)

    def picture(self, exercise_id: str) -> Picture:
        """A small picture of one exercise, as SVG text; empty where none is drawn."""
        return {"id": exercise_id, "svg": small_picture(exercise_id)}

    def frames(self, exercise_id: str) -> Frames:
        """The pictures of its movement, as SVG text. Raises `PlanError` where there is none of this id."""
        exercise = self.library[exercise_id]
        return {"id": exercise_id, "svgs": list(frames(exercise_id, exercise.lead_side))}

    def before(self, plan: Plan) -> Plan | None:
        """The version that `plan` replaces. One that is not here is told once, and then left out."""
        if plan.replaces is None:
            return None
        named = (plan.code, plan.replaces.version)
        if named not in self._earlier:
            try:
                self._earlier[named] = self.store.before(plan)
            except KitError as error:
                self._earlier[named] = None
                self.notices += error.faults
        return self._earlier[named]

    def issuer(self) -> str:
        """Who answered or issued last, or whom the clinic's settings name; empty where neither is known."""
        return clinician(self.store, self.clinic)["name"]

    # Wishes

    def _deed(self, wish: Deed) -> str:
        match wish["do"]:
            case "template":
                return self._from_template(wish["template"])
            case "open":
                return self._open(wish["code"], wish["version"])
            case "new_version":
                return self._new_version(wish)
            case "issue":
                return self._issue(wish["by"])
            case "resolve":
                return self._resolve(wish)
            case "same_patient":
                return self._same_patient(wish["patient_code"])
            case "next_version":
                return self._next_version(wish["code"])
            case "for_another":
                return self._for_another(wish)
            case "keep_template" | "usual_dose" | "favourite":
                return self._keep_mine(wish)
            case "find_plans" | "find_templates" | "rename_template" | "remove_template" | "bring_back_template":
                return self._start.do(wish)
            case simple:
                return self._simple(simple)

    def _simple(self, do: Simple) -> str:
        match do:
            case "blank":
                return self._begin(self._blank())
            case "close":
                self._in_hand = self._conflict = None
                self._start.leave()
                return ""
            case "undo":
                return self._step("Undone", self.store.drafts.undo(self._mine()))
            case "redo":
                return self._step("Done again", self.store.drafts.redo(self._mine()))

    def _edit(self, wish: Edit) -> str:
        if self._in_hand is None:
            blank = self._blank()
            edited(blank, self.bench(blank, wish), wish)  # what is refused begins no plan
            self._begin(blank)
        mine = self._mine()
        # What is typed in one visit to a field is one step back, not one for each letter.
        topic = None
        if "typing" in wish:
            topic = " ".join(str(wish.get(part)) for part in ("item_id", "typing"))
        changed = edited(mine.plan, self.bench(mine.plan, wish), wish)
        if changed == mine.plan:
            return ""
        said = self._take(self.store.drafts.put(mine, changed, topic))
        if wish["do"] == "answer":
            keep_clinician(self.store, self.clinic, wish["by"], wish.get("role", ""))
        if wish["do"] == "adjust_all":
            return self._told_of_all(mine.plan, wish)
        return said or told(mine.plan, self.library, wish) or said_of(wish, mine.plan, changed, self.library)

    def _told_of_all(self, before: Plan, wish: AdjustAll) -> str:
        """How many took what was set on all of them; why the others could not is told beside it."""
        made = adjusted_all(before, self.library, wish)
        self.notices += made.faults
        return made.said

    def _from_template(self, name: str) -> str:
        chosen, random = self._start.offers.template(name), self.store.database.random
        return self._begin(chosen.plan(self.library, self.store.plans.free_label(), self.today, random=random))

    def _begin(self, plan: Plan) -> str:
        return self._take(self.store.drafts.begin(plan))

    def _open(self, code: str, version: int) -> str:
        held = self.store.open(code, version)
        session(held.plan, self.library)  # a plan that cannot be shown is refused here, and the present one stays
        return self._take(held)

    def _new_version(self, wish: NewVersion) -> str:
        start = day(wish["start"], "start of the new version")
        if start is None:
            raise PlanError(Fault("start of the new version", "is empty.", "Choose a day."))
        return self._take(self.store.drafts.next_version(self._mine(), start, wish["reason"], self.today))

    def _next_version(self, code: str) -> str:
        """From the day after the newest version began, or today, so that it corrects nothing and asks for no reason."""
        newest = self.store.open(code)
        if newest.plan.is_draft:
            return self._take(newest)
        start = max(self.today, newest.plan.start + dt.timedelta(days=1))
        return self._take(self.store.drafts.next_version(newest, start, on=self.today))

    def _for_another(self, wish: ForAnother) -> str:
        label, random = self.store.plans.free_label(), self.store.database.random
        plan, keep = self.held(), wish["keep"]
        _must_be_another(plan, wish["patient"])
        made = for_another(
            plan, self.library, label, wish["patient"], self.today, keep=keep, sides=wish["sides"], random=random
        )
        session(made, self.library)  # an exercise that the library has no more is told here, and nothing is begun
        self._begin(made)
        return f"A new plan, {label}, for another patient. Say what he has, and go through the red flags."

    def _keep_mine(self, wish: Kept) -> str:
        """Keep what she does as a rule; the plan in hand stays as it is."""
        match wish["do"]:
            case "keep_template":
                made = template_of(self.held(), self.library, wish["name"], keep=wish["keep"], sides=wish["sides"])
                self._start.offers.own.keep(made)
                self._start.offers.look()
                return f"“{made.name}” is one of your templates now, first on the start page."
            case "usual_dose":
                item = self.held().item(wish["item_id"])
                self._mine_of.use(item, wish["on"])
                name = self.library[item.exercise_id].name if item.exercise_id in self.library else item.exercise_id
                return f"{name}: {'your usual dose from now on.' if wish['on'] else 'no usual dose of yours any more.'}"
            case "favourite":
                exercise = self.library[wish["exercise_id"]]
                self._mine_of.like(exercise.id, wish["on"])
                return f"{exercise.name} is {'a favourite now' if wish['on'] else 'no favourite any more'}."

    def _issue(self, by: str) -> str:
        """Raises `PlanError` with all that holds the plan, or `ContentError` with what is wrong in the clinic's limits,
        which are read anew; it is still a draft then."""
        mine = self._mine()
        self.clinic, _ = self.workspace.clinic_to_issue()
        self._take(self.store.versions.issue(mine, self.library, by, self.today, self.clinic))
        keep_clinician(self.store, self.clinic, by)
        return "Issued. It is final now."

    def _resolve(self, wish: Resolve) -> str:
        """What goes on of two edits of one thing: theirs, mine, or mine as a plan of its own."""
        conflict = self._conflict
        if conflict is None:
            raise PlanError(Fault("plan", "there is nothing to choose.", "Go on."))
        match wish["choice"]:
            case "theirs":
                self.store.drafts.decide(conflict.aside, "theirs")
                held = conflict.theirs
            case "mine":
                held = self.store.drafts.keep_mine(conflict)
            case "copy":
                held = self.store.drafts.keep_copy(conflict, self._copy(conflict.mine))
        self._conflict = None
        return self._take(held)

    def _same_patient(self, code: str) -> str:
        """The plan belongs to a patient whom the store knows."""
        mine = self._mine()
        if not self.store.plans.of_patient(code):
            raise PlanError(Fault("patient", "is not in this store.", "Reload the page."))
        return self._take(self.store.drafts.put(mine, mine.plan.of_patient(code)))

    # What they need

    def _mine(self) -> Held:
        if self._in_hand is None:
            raise PlanError(Fault("plan", "there is none yet.", "Start one, or open one."))
        return self._in_hand

    def _take(self, held: Held) -> str:
        """Hold the plan, and say what another hand had changed where its edit and mine were put together."""
        before = self._in_hand
        self._in_hand = replace(held, merged=None)
        if held.merged is None or before is None:
            return ""
        told = " ".join(self._differences(before.plan, held.merged))
        what = f"was changed in another window too: {told} Both edits are in the plan."
        self.notices.append(Fault(f"plan {held.plan.plan_id}", what, "Look whether they fit together."))
        return ""

    def _step(self, said: str, held: Held) -> str:
        """Hold the plan of a step back or forward, and say what it changed."""
        told = self._differences(self.held(), held.plan)
        self._take(held)
        return f"{said}: {' '.join(told)}" if told else f"{said}."

    def _differences(self, old: Plan, new: Plan) -> list[str]:
        return differences(resolve(old, self.library), resolve(new, self.library), self.words)

    def latest(self) -> Plan:
        """The plan in hand, as the store has it now. Raises `StaleError` where another window changed it; it is
        taken into hand then, to be looked at first."""
        mine = self._mine()
        now = self.store.open(mine.plan.code, mine.plan.version)
        if now.plan != mine.plan:
            self._take(now)
            what = "was changed in another window, and is shown here as it is now."
            raise StaleError(Fault(f"plan {now.plan.plan_id}", what, "Look at it, then go on."))
        return now.plan

    def bench(self, plan: Plan, wish: Edit | None = None) -> Bench:
        """What an edit of `plan` may look at."""
        named = self._start.offers.template(wish["template"]) if wish and wish["do"] == "fill" else None
        return Bench(self.library, self.today, self.before(plan), self.clinic.settings, self._mine_of.usual, named)

    def _blank(self) -> Plan:
        return Plan.begin(self.store.plans.free_label(), self.today, random=self.store.database.random)

    def _copy(self, plan: Plan) -> Plan:
        return plan.copied(self.store.plans.free_label(), random=self.store.database.random)


def _must_be_another(plan: Plan, patient: str) -> None:
    """Raises `PlanError` where no other patient is named."""
    where, said = "new plan, patient", clean(patient)
    if not said:
        raise PlanError(Fault(where, "is empty.", "Write the other patient's label."))
    if said.casefold() == (plan.patient or plan.plan_id).casefold():
        raise PlanError(Fault(where, f"“{said}” is the patient of this plan.", "Begin the next version of it instead."))
