"""The proposals for the next plan: for each item one step, or the reason why there is none.

Clinical specification 3.5 and 3.6. A proposal is never applied by itself (`kit.followup.accept`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.adherence.frames import Frames
from kit.followup.balance_ladder import balance_steps
from kit.followup.fits import NextVersion
from kit.followup.gate import Facts, Held, asked_to_lower, gate, pain_said, see_or_call
from kit.followup.item_log import ItemSession, PlanLog, item_log, last_change, plan_log
from kit.followup.pain_of import MorningRise, morning_rises
from kit.followup.pointer import Pointer
from kit.followup.progression import progression
from kit.followup.proposal import Kind, Proposal
from kit.followup.really_done import really_done
from kit.followup.signs import Dealt, Sign, open_signs, reported_signs
from kit.followup.step import NoStep, Step, brief_dose
from kit.followup.step_back import steps_back
from kit.followup.stretch_ladder import stretch_steps
from kit.followup.two_for_two import earned, strength_steps
from kit.library.exercise import Exercise
from kit.library.rules import rules
from kit.plan.pain import pain_kind
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.settings import SETTINGS, Settings
from kit.words.numbers import counted

_AS_PLANNED = 125  # percent of the planned dose from which more is named (D)
_OWN = "design choice (D)"
HOLD_ALL = "hold the exercises until it is dealt with"  # as the sheet: stop the exercises


def propose(
    known: ResolvedPlan,
    frames: Frames,
    as_of: dt.date,
    *,
    versions: Iterable[Plan] = (),
    dealt: Iterable[Dealt] = (),
    settings: Settings = SETTINGS,
) -> tuple[Proposal, ...]:
    """For each item of the plan one proposal, in the plan's order, from what was logged up to the day `as_of`.

    `versions` are those of the plan, of which earlier ones tell since when an item is as it is; `dealt` are the signs
    for help that somebody has dealt with; `settings` are the clinic's own limits.
    """
    older = tuple(one for one in versions if one.code == known.plan.code and one.version < known.plan.version)
    tried = NextVersion(known, max(older, key=lambda one: one.version, default=None), as_of, settings)
    frames = frames.of_plan(known.plan.code)
    still_open, reported = open_signs(frames, dealt), reported_signs(frames)
    rises = morning_rises(frames, known.plan.code, as_of)
    review = _Review(known, older, plan_log(frames), rises, as_of, tried, reported)
    found = []
    for item in known.plan.items:
        if still_open:
            found.append(_sign_first(item, still_open))
        elif item.exercise_id not in known.shelf:
            found.append(_kept(item, Held("ask", "Its exercise is not in the library any more."), _OWN))
        else:
            found.append(review.of(item))
    return tuple(found)


def _sign_first(item: Prescription, signs: Sequence[Sign]) -> Proposal:
    """Nothing is proposed, not even to stay: the patient's sheet says to stop the exercises."""
    why = f"{signs[0].urgency.said} The patient wrote: {signs[0].shown}."
    rows = tuple(sign.pointer for sign in signs)
    return Proposal(item.item_id, "stop", HOLD_ALL, why, _OWN, rows, was=item)


def _kept(item: Prescription, held: Held, source: str) -> Proposal:
    rows = tuple(one.at for one in held.sessions)
    return Proposal(item.item_id, held.kind, f"stay at {brief_dose(item.dose)}", held.why, source, rows, was=item)


@dataclass(frozen=True)
class _Review:
    """One plan on one day; `signs` are all that its diary tells."""

    known: ResolvedPlan
    older: tuple[Plan, ...]
    log: PlanLog
    rises: tuple[MorningRise, ...]
    as_of: dt.date
    tried: NextVersion
    signs: tuple[Sign, ...]

    def of(self, item: Prescription) -> Proposal:
        exercise, numbers = self.known.shelf[item.exercise_id], progression()
        plan = self.known.plan
        since = last_change(item, plan, self.older)
        kind = pain_kind(plan, item, exercise)
        log = item_log(self.log, plan, item, kind, since, self.as_of)
        facts = Facts(log, self.signs, self.rises, self.as_of, numbers.gate)
        painful = asked_to_lower(facts)
        if painful:
            return self._lowered(item, exercise, facts, painful)
        held = gate(facts)
        return _kept(item, held, _OWN) if held else self._raised(item, exercise, facts)

    def _lowered(
        self, item: Prescription, exercise: Exercise, facts: Facts, painful: tuple[ItemSession, ...]
    ) -> Proposal:
        numbers = progression()
        why = f"The pain rule asks for less ({pain_said(painful)}).{see_or_call(facts, painful)}"
        parts = really_done(item.dose, facts.last)
        if parts:
            did = item.dose.model_copy(update=parts)
            why += f" The patient does {brief_dose(did)} of {brief_dose(item.dose)}."
        steps = list(steps_back(item, exercise, self.known.shelf, rules().bands, numbers, parts))
        return self._first_that_fits(item, steps, why, numbers.step_back.cited, painful)

    def _raised(self, item: Prescription, exercise: Exercise, facts: Facts) -> Proposal:
        steps, why, source = self._ladder(item, exercise, facts)
        if isinstance(steps, NoStep):
            held = Held("ask" if steps.ask else "hold", f"{why} {steps.why}".strip(), facts.due)
            return _kept(item, held, source)
        return self._first_that_fits(item, steps, why, source, facts.due)

    def _ladder(self, item: Prescription, exercise: Exercise, facts: Facts) -> tuple[list[Step] | NoStep, str, str]:
        """The steps of the exercise's category, why they are earned, and by which source."""
        numbers, shelf, due = progression(), self.known.shelf, facts.due
        last = counted(len(due), "session was", "sessions were")
        done = f"The last {last} {_how_done(due)}, and pain leaves room for more."
        match exercise.category:
            case "stretch":
                age = self.known.plan.context.age
                return stretch_steps(item, exercise, shelf, age, numbers.stretch), done, numbers.stretch.cited
            case "strength":
                earns = earned(item, due, numbers.strength)
                if isinstance(earns, NoStep):
                    return earns, "", numbers.strength.cited
                return (
                    strength_steps(item, exercise, shelf, rules().bands, numbers.strength),
                    earns,
                    numbers.strength.cited,
                )
            case "balance":
                return balance_steps(item, exercise, shelf, due, numbers.balance), done, numbers.balance.cited
            case other:
                return NoStep(f"No rule says how {'walking' if other == 'aerobic' else other} grows."), "", _OWN

    def _first_that_fits(
        self, item: Prescription, steps: Sequence[Step], why: str, source: str, behind: Sequence[ItemSession]
    ) -> Proposal:
        refused = ""
        for step in steps:
            finding = self.tried.refusal(step, item.item_id)
            if finding is None:
                said = [why, step.caution, *self.tried.cautions(step, item.item_id)]
                rows = tuple(one.at for one in behind)
                return _made(item, step, " ".join(filter(None, said)), source, rows)
            refused = refused or f"{step.words}: the review says {finding.level}, {finding.what}"
        down = bool(steps) and steps[0].way == "down"
        why = f"{why} No step passes. {refused}" if refused else f"{why} No smaller step is known."
        return _kept(item, Held("ask" if down or not steps else "hold", why, tuple(behind)), source)


def _how_done(sessions: Sequence[ItemSession]) -> str:
    """ "done as planned", or how much more than that was done."""
    sides = [side for one in sessions for side in one.sides]
    planned = sum(side.planned for side in sides)
    done = sum(side.done or 0 for side in sides)
    if planned == 0 or done * 100 <= planned * _AS_PLANNED:
        return "done as planned"
    return f"done with more than was planned, about {done * 100 / planned:.0f} % of it"


def _made(item: Prescription, step: Step, why: str, source: str, rows: tuple[Pointer, ...]) -> Proposal:
    kind: Kind = "swap" if step.exercise else "progress" if step.way == "up" else "step_back"
    return Proposal(item.item_id, kind, step.words, why, source, rows, step.change, step.way, step.exercise, item)
