"""The clinician's desk: the plan in hand, the library, the store. Everything the page does, without the page."""

from __future__ import annotations

import datetime as dt

from kit.errors import Fault, PlanError
from kit.library.exercise import TagsReviewed
from kit.plan.another import for_another
from kit.plan.context import Context
from kit.plan.correction import MISTAKES
from kit.plan.own_template import template_of
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.held import ConflictError, StaleError
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.timing.session import session
from kit.ui.cards import library_lists
from kit.ui.planner.bench import Bench, day
from kit.ui.planner.clinician import clinician, keep_clinician
from kit.ui.planner.corrects import still_wrong
from kit.ui.planner.edits import edited
from kit.ui.planner.findings import review_view
from kit.ui.planner.in_hand import InHand
from kit.ui.planner.issuing import to_issue
from kit.ui.planner.kept import alike, conflict_view, following, goes_before, namesake, siblings, texts_view
from kit.ui.planner.last_form import last_form
from kit.ui.planner.made_for import MadeFor
from kit.ui.planner.many import adjusted_all
from kit.ui.planner.messages import Deed, DeskWish, Edit, NewVersion, Simple, is_edit
from kit.ui.planner.mine import Mine
from kit.ui.planner.offered import ConditionsFound, Lists, Unfolded
from kit.ui.planner.own import OwnDesk
from kit.ui.planner.own_wishes import OwnDeed
from kit.ui.planner.patient import condition_list, conditions_meant, patient_view
from kit.ui.planner.row_wishes import AdjustAll
from kit.ui.planner.rows import Rows
from kit.ui.planner.screen import screen_lists, screen_view
from kit.ui.planner.shelf import ShelfView
from kit.ui.planner.shown import Said, View
from kit.ui.planner.start import StartPage
from kit.ui.planner.start_wishes import ForAnother
from kit.ui.planner.start_wishes import Mine as Kept
from kit.ui.planner.told import brought, there_already, told, told_in_place, usual_told
from kit.ui.planner.unfolded import unfolded
from kit.ui.planner.view import plan_view, rows_view
from kit.words.catalogue import Catalogue
from kit.words.text import clean, clip

_NAME = 50  # of a name in a sentence, which is cut there and not at its end
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
        self.in_hand = InHand(store, self.library, self.words)
        self._start = StartPage(workspace, store, self.library, today)
        self.notices += self._start.faults
        self._hers = Mine(store)
        self.own, self.kept_own = OwnDesk(workspace, store), ""
        self.shelf = ShelfView(
            self.library,
            self.words,
            self.in_hand,
            mine=self._hers,
            offers=self._start.offers,
            bench=self.bench,
            own=self.own.files.has,
        )
        self._rows = Rows(self.words)
        self._made_for = MadeFor()
        self._looked_for: tuple[object, str] = (None, "")

    def read_library(self) -> None:
        """Read the exercises as they lie in the folders now; faults of her files were told when the page was opened."""
        self.library, _ = self.workspace.usable()
        self._start = StartPage(self.workspace, self.store, self.library, self.today)
        self.in_hand.read(self.library)
        self.shelf.read(self.library, self._start.offers)

    def do(self, wish: DeskWish) -> str:
        """Carry out one wish and say in a few words what was done. Raises `KitError`; nothing is lost then."""
        try:
            said = self._done(wish)
        except ConflictError as conflict:
            self.in_hand.conflict = conflict  # the page shows both edits and asks
            return ""
        except StaleError:
            self.in_hand.look()  # she sees it as it is now
            raise
        if wish["do"] not in ("usual_dose", "favourite"):
            self._hers.settle()
        return said

    def held(self) -> Plan:
        """The plan in hand. Raises `PlanError` where there is none."""
        return self.in_hand.mine().plan

    def view(self) -> View:
        """What the page shows, as plain data."""
        held, conflict, store = self.in_hand.held, self.in_hand.conflict, self.store
        if held is None:
            return self._start.view()
        plan = held.plan
        bench, said = self.bench(plan), self.said()
        screen, review = said["screen"], review_view(plan, bench)
        return {
            **said,
            "plan": plan_view(resolve(plan, self.library), self._rows),
            "review": review,
            "next": following(store, plan),
            "namesake": namesake(store, plan),
            "alike": self._alike(plan),
            "goes_before": goes_before(plan),
            "wrong": still_wrong(plan, bench),
            "siblings": siblings(store, plan),
            "correct_from": max(plan.start, self.today).isoformat(),
            "to_issue": to_issue(plan, bench, screen, review, self.clinic, self.issuer(), last_form(store, plan)),
            "me": clinician(self.store, self.clinic),
            "conflict": conflict_view(conflict, self.library, self.words, store.database.who) if conflict else None,
            "texts": texts_view(plan, self.library, self._start.offers.texts),
            "made_for": self._made_for.shown(plan),
            "ready": [] if plan.items else self._start.offers.for_conditions(plan.context)[:FEW],
        }

    def said(self) -> Said:
        """What she has said of the plan in hand, without what rests on it. Raises `PlanError` where there is none."""
        held = self.in_hand.mine()
        plan = held.plan
        return {
            "plan": rows_view(resolve(plan, self.library), self._rows),
            "patient": patient_view(plan),
            "screen": screen_view(plan, self.bench(plan)),
            "usual": [item.item_id for item in plan.items if self._hers.is_usual(item)],
            "undo": held.can_undo or self._hers.can_undo,
            "redo": held.can_redo,
        }

    def untold(self) -> list[Fault]:
        """Faults beside a wish that nobody has been told yet. Each is told once."""
        told = [*self.notices, *self.in_hand.notices]
        self.notices, self.in_hand.notices = [], []
        return told

    def lists(self) -> Lists:
        """What the page offers to choose from; it stays the same."""
        return {
            **library_lists(self.library),
            "conditions": condition_list(),
            "red_flags": screen_lists(),
            "mistakes": list(MISTAKES),
        }

    def unfolded(self, item_id: str) -> Unfolded:
        """One item of the plan in hand as its patient reads it. Raises `PlanError`."""
        return unfolded(resolve(self.held(), self.library), item_id, self.words, self.shelf.beforehand())

    def conditions_meant(self, words: str) -> ConditionsFound:
        """The conditions that these words mean; where they mean none, the ready-made plans that they mean."""
        return conditions_meant(words, self._start.offers.found)

    def issuer(self) -> str:
        """Who answered or issued last, or whom the clinic's settings name; empty where neither is known."""
        return clinician(self.store, self.clinic)["name"]

    # Wishes

    def _done(self, wish: DeskWish) -> str:
        if not is_edit(wish):
            return self._deed(wish)
        if self.in_hand.conflict:
            return ""  # the page takes no edit until she has chosen; a field that loses the focus sends once more
        return self._edit(wish)

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
                return self.in_hand.resolve(wish)
            case "same_patient":
                return self._same_patient(wish["patient_code"])
            case "next_version":
                return self._next_version(wish["code"])
            case "for_another":
                return self._for_another(wish)
            case "keep_template" | "usual_dose" | "favourite":
                return self._keep_mine(wish)
            case "keep_own" | "remove_own":
                return self._keep_own(wish)
            case "find_plans" | "find_templates" | "rename_template" | "remove_template" | "bring_back_template":
                return self._start.do(wish)
            case simple:
                return self._simple(simple)

    def _simple(self, do: Simple) -> str:
        match do:
            case "blank":
                return self._begin(self._blank())
            case "close":
                self.in_hand.away()
                self._start.leave()
                return ""
            case "undo":
                return self._undo()
            case "redo":
                return self.in_hand.redo()

    def _undo(self) -> str:
        """One step back: the usual dose that she kept just now, or else the last edit of the plan."""
        if not self._hers.can_undo:
            return self.in_hand.undo()
        exercise_id, is_there = self._hers.undo()
        return f"Undone. {usual_told(self._name(exercise_id), is_there)}"

    def _edit(self, wish: Edit) -> str:
        if self.in_hand.held is None:
            blank = self._blank()
            edited(blank, self.bench(blank, wish), wish)  # what is refused begins no plan
            self._begin(blank)
        mine = self.in_hand.mine()
        if wish["do"] == "add" and (there := there_already(mine.plan, wish, self.library)):
            return there
        # What is typed in one visit to a field is one step back, not one for each letter.
        topic = None
        if "typing" in wish:
            topic = " ".join(str(wish.get(part)) for part in ("item_id", "typing"))
        changed = edited(mine.plan, self.bench(mine.plan, wish), wish)
        if changed == mine.plan:
            return ""
        said = self.in_hand.take(self.store.drafts.put(mine, changed, topic))
        if wish["do"] == "fill":
            self._made_for.use(mine.plan, self._start.offers.template(wish["template"]))
        if wish["do"] == "answer":
            keep_clinician(self.store, self.clinic, wish["by"], wish.get("role", ""))
        if wish["do"] == "adjust_all":
            return self._told_of_all(mine.plan, wish)
        return said or told(wish, mine.plan, changed, self.library, self._hers.has_dose)

    def _told_of_all(self, before: Plan, wish: AdjustAll) -> str:
        """How many took what was set on all of them; why the others could not is told beside it."""
        made = adjusted_all(before, self.library, wish)
        self.notices += made.faults
        return made.said

    def _from_template(self, name: str) -> str:
        chosen, random = self._start.offers.template(name), self.store.database.random
        made = chosen.plan(self.library, self.store.plans.free_label(), self.today, random=random)
        self._made_for.use(made, chosen)
        return self._begin(made) or brought(Context(), made.context)

    def _begin(self, plan: Plan) -> str:
        return self.in_hand.take(self.store.drafts.begin(plan))

    def _open(self, code: str, version: int) -> str:
        held = self.store.open(code, version)
        if any(item.exercise_id not in self.library for item in held.plan.items):
            self.read_library()  # one that was made in another window
        session(held.plan, self.library)  # a plan that cannot be shown is refused here, and the present one stays
        return self.in_hand.open(held)

    def _new_version(self, wish: NewVersion) -> str:
        start = day(wish["start"], "start of the new version")
        if start is None:
            raise PlanError(Fault("start of the new version", "is empty.", "Choose a day."))
        return self.in_hand.take(self.store.drafts.next_version(self.in_hand.mine(), start, wish["reason"], self.today))

    def _next_version(self, code: str) -> str:
        """From the day after the newest version began, or today, so that it corrects nothing and asks for no reason."""
        newest = self.store.open(code)
        if newest.plan.is_draft:
            return self.in_hand.open(newest)
        start = max(self.today, newest.plan.start + dt.timedelta(days=1))
        return self.in_hand.take(self.store.drafts.next_version(newest, start, on=self.today))

    def _for_another(self, wish: ForAnother) -> str:
        plan, keep, random = self.held(), wish["keep"], self.store.database.random
        _must_be_another(plan, wish["patient"])
        label = self.store.plans.label_for(clean(wish["patient"]))
        made = for_another(
            plan, self.library, label, wish["patient"], self.today, keep=keep, sides=wish["sides"], random=random
        )
        session(made, self.library)  # an exercise that the library has no more is told here, and nothing is begun
        self._begin(made)
        return f"A new plan, {label}, for another patient. Say what they have, and go through the red flags."

    def _keep_mine(self, wish: Kept) -> str:
        """Keep what she does as a rule; the plan in hand stays as it is."""
        match wish["do"]:
            case "keep_template":
                made = template_of(self.held(), self.library, wish["name"], keep=wish["keep"], sides=wish["sides"])
                self._start.offers.own.keep(made)
                self._start.offers.look()
                return f"Kept as a template of yours: “{clip(made.name, _NAME)}”."
            case "usual_dose":
                item = self.held().item(wish["item_id"])
                self._hers.use(item, wish["on"])
                return usual_told(self._name(item.exercise_id), wish["on"])
            case "favourite":
                exercise = self.library[wish["exercise_id"]]
                self._hers.like(exercise.id, wish["on"])
                return f"{exercise.name} is {'a favourite now' if wish['on'] else 'no favourite any more'}."

    def _name(self, exercise_id: str) -> str:
        return self.library[exercise_id].name if exercise_id in self.library else exercise_id

    def _keep_own(self, wish: OwnDeed) -> str:
        """Write an exercise of hers, or take one away; the library is read anew, here and wherever it is read next."""
        self.read_library()
        if wish["do"] == "remove_own":
            said = self.own.remove(wish["exercise_id"], self.library)
            self.read_library()
            return said
        name = self.issuer()
        made = self.own.keep(wish, self.library, TagsReviewed(by=name, on=self.today) if name else None)
        self.read_library()
        self.kept_own = made.id
        return f"{made.name} is in your library."

    def _issue(self, by: str) -> str:
        """Raises `PlanError` with all that holds the plan, or `ContentError` with what is wrong in the clinic's limits,
        which are read anew; it is still a draft then."""
        mine = self.in_hand.mine()
        self.clinic, _ = self.workspace.clinic_to_issue()
        self.in_hand.take(self.store.versions.issue(mine, self.library, by, self.today, self.clinic))
        keep_clinician(self.store, self.clinic, by)
        return f"Issued. It is final now.{told_in_place(self.held())}"

    def _same_patient(self, code: str) -> str:
        """The plan belongs to a patient whom the store knows."""
        mine = self.in_hand.mine()
        if not self.store.plans.of_patient(code):
            raise PlanError(Fault("patient", "is not in this store.", "Reload the page."))
        return self.in_hand.take(self.store.drafts.put(mine, mine.plan.of_patient(code)))

    # What they need

    def bench(self, plan: Plan, wish: Edit | None = None) -> Bench:
        """What an edit of `plan` may look at."""
        named = self._start.offers.template(wish["template"]) if wish and wish["do"] == "fill" else None
        return Bench(self.library, self.today, self.in_hand.before(plan), self.clinic.settings, self._hers.usual, named)

    def _alike(self, plan: Plan) -> str:
        """Asked when a label is another one, not at each edit."""
        labels = (plan.code, plan.patient, plan.plan_id, plan.is_draft)
        if self._looked_for[0] != labels:
            self._looked_for = (labels, alike(self.store, plan))
        return self._looked_for[1]

    def _blank(self) -> Plan:
        return Plan.begin(self.store.plans.free_label(), self.today, random=self.store.database.random)


def _must_be_another(plan: Plan, patient: str) -> None:
    """Raises `PlanError` where no other patient is named."""
    where, said = "new plan, patient", clean(patient)
    if not said:
        raise PlanError(Fault(where, "is empty.", "Write the other patient's label."))
    if said.casefold() == (plan.patient or plan.plan_id).casefold():
        raise PlanError(Fault(where, f"“{said}” is the patient of this plan.", "Begin the next version of it instead."))
