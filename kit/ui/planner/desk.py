"""The clinician's desk: the plan in hand, the library, the store. Everything the page does, without the page."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace

from kit.errors import Fault, KitError, PlanError
from kit.plan.differences import differences
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template, usable_templates
from kit.store.held import ConflictError, Held, StaleError
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.timing.session import session
from kit.ui.cards import library_lists
from kit.ui.planner.bench import Bench, day
from kit.ui.planner.edits import edited
from kit.ui.planner.findings import review_view
from kit.ui.planner.issuing import to_issue
from kit.ui.planner.kept import conflict_view, following, kept_view, namesake, siblings
from kit.ui.planner.messages import Deed, DeskWish, Edit, NewVersion, Resolve, Simple, is_edit
from kit.ui.planner.offered import Detail, Found, Lists, Picture
from kit.ui.planner.panel import Query, detail, found, small_picture
from kit.ui.planner.patient import condition_list, patient_view
from kit.ui.planner.screen import screen_lists, screen_view
from kit.ui.planner.shown import Offer, View
from kit.ui.planner.view import plan_view
from kit.words.catalogue import Catalogue
from kit.words.numbers import clock, counted

FIRST_OFFER = "knee-glute-stretches"
ISSUER = "issued last by"  # the name of the setting


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
        self._words = ""  # what the list of plans is searched for
        self._template_words = ""  # and the list of ready-made plans
        self._earlier: dict[tuple[str, int], Plan | None] = {}
        self._ready, unusable = usable_templates()
        self.notices += unusable
        self._offers = self._offered()

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
            offers, ready = self._offers_found(), len(self._offers)
            return {"plan": None, "conflict": None, "offers": offers, "ready": ready, **kept_view(store, self._words)}
        plan = held.plan
        bench = self._bench(plan)
        screen, review = screen_view(plan, bench), review_view(plan, bench)
        return {
            "plan": plan_view(resolve(plan, self.library), self.words),
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
            "conflict": conflict_view(self._conflict, self.library, self.words) if self._conflict else None,
        }

    def untold(self) -> list[Fault]:
        """Faults beside a wish that nobody has been told yet. Each is told once."""
        told, self.notices = self.notices, []
        return told

    def lists(self) -> Lists:
        """What the page offers to choose from; it stays the same."""
        return {**library_lists(self.library), "conditions": condition_list(), "red_flags": screen_lists()}

    def found(self, query: Query) -> Found:
        """The exercises that `query` asks for; what is at home stands in the plan."""
        return found(self.library, query, self.plan.context.equipment if self.plan else ())

    def detail(self, exercise_id: str) -> Detail:
        """One exercise in full. Raises `PlanError` where there is none of this id."""
        return detail(self.library[exercise_id], self.library, self.words)

    def picture(self, exercise_id: str) -> Picture:
        """A small picture of one exercise, as SVG text; empty where none is drawn."""
        return {"id": exercise_id, "svg": small_picture(exercise_id)}

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
        """The clinician who issued last, or whom the clinic's settings name; empty where neither is known."""
        last = self.store.preferences.all("setting").get(ISSUER)
        return last if isinstance(last, str) else self.clinic.therapist

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
            case "find_plans":
                self._words = wish["words"][:200]
                return ""
            case "find_templates":
                self._template_words = wish["words"][:200]
                return ""
            case simple:
                return self._simple(simple)

    def _simple(self, do: Simple) -> str:
        match do:
            case "blank":
                return self._begin(self._blank())
            case "close":
                self._in_hand = self._conflict = None
                return ""
            case "undo":
                return self._step("Undone", self.store.drafts.undo(self._mine()))
            case "redo":
                return self._step("Done again", self.store.drafts.redo(self._mine()))

    def _edit(self, wish: Edit) -> str:
        if self._in_hand is None:
            blank = self._blank()
            edited(blank, self._bench(blank), wish)  # what is refused begins no plan
            self._begin(blank)
        mine = self._mine()
        # What is typed in one visit to a field is one step back, not one for each letter.
        topic = None
        if "typing" in wish:
            topic = " ".join(str(wish.get(part)) for part in ("do", "item_id", "field", "typing"))
        changed = edited(mine.plan, self._bench(mine.plan), wish)
        if changed == mine.plan:
            return ""
        return self._take(self.store.drafts.put(mine, changed, topic))

    def _from_template(self, name: str) -> str:
        chosen, random = template(name), self.store.database.random
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

    def _issue(self, by: str) -> str:
        """Raises `PlanError` with all that holds the plan, or `ContentError` with what is wrong in the clinic's limits,
        which are read anew; it is still a draft then."""
        mine = self._mine()
        self.clinic, _ = self.workspace.clinic_to_issue()
        self._take(self.store.versions.issue(mine, self.library, by, self.today, self.clinic))
        if by != self.issuer():
            with contextlib.suppress(KitError):  # issued is issued: a name that is not kept is asked for again
                self.store.preferences.keep("setting", ISSUER, by)
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

    def _bench(self, plan: Plan) -> Bench:
        return Bench(self.library, self.today, self.before(plan), self.clinic.settings)

    def _blank(self) -> Plan:
        return Plan.begin(self.store.plans.free_label(), self.today, random=self.store.database.random)

    def _copy(self, plan: Plan) -> Plan:
        return plan.copied(self.store.plans.free_label(), random=self.store.database.random)

    def _offers_found(self) -> list[Offer]:
        """The ways to start that the words mean, best first; all of them without words."""
        if not self._template_words.strip():
            return self._offers
        offers = {offer["id"]: offer for offer in self._offers}
        return [offers[name] for name in self._ready.search(self._template_words) if name in offers]

    def _offered(self) -> list[Offer]:
        """Ways to start, the founding four first."""
        offers: list[Offer] = []
        for name, one in sorted(self._ready.items(), key=lambda pair: (pair[0] != FIRST_OFFER, pair[1].name)):
            try:
                total = session(one.plan(self.library, name, self.today), self.library).total_s
            except KitError as error:  # an exercise of hers stands in place of one that the template means
                self.notices += (replace(fault, where=f"template {name}") for fault in error.faults)
                continue
            about = f"{counted(len(one.items), 'exercise')} · {clock(total)}"
            offers.append({"id": name, "name": one.name, "summary": one.summary, "about": about})
        return offers
