"""What the one screen looks at, and what the clinician does there: a period, a number opened, a sign dealt with, a
proposal taken. The numbers are made when one of these asks for it, not while rows are typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kit.adherence.asked_period import check_period
from kit.diary.read import frame
from kit.errors import ContentError, Fault, KitError, PlanError
from kit.figures import small_of
from kit.followup.accept import accept, given_back, with_reason
from kit.followup.proposal import Proposal
from kit.followup.signs import Dealt
from kit.followup.summary import Asked, Summary, summarise
from kit.followup.unread import PatientNote, Read
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.settings import Settings
from kit.store.held import Held
from kit.store.origins import origins
from kit.store.store import Store
from kit.ui.followup.measures import screen, state_of
from kit.ui.followup.measures_figures import Figures
from kit.ui.followup.measures_rows import rows_behind
from kit.ui.followup.measures_shown import Measures, PeriodShown, Screen
from kit.ui.followup.measures_wishes import Deal, Look
from kit.ui.followup.rows_shown import RowsMessage
from kit.ui.followup.words import on, span
from kit.ui.user import signed
from kit.words.numbers import counted

_DAY = dt.timedelta(days=1)
_FOUR_WEEKS = 28
_AGAIN = "Choose the patient again."


@dataclass(frozen=True)
class _Seen:
    """What was made at the last look; nothing but faults where it could not be."""

    summary: Summary | None = None
    screen: Screen | None = None
    figures: Figures = field(default_factory=Figures)
    faults: tuple[Fault, ...] = ()


class MeasuresDesk:
    """Holds what is looked at. Without a patient, and for a plan that was never issued, there is nothing to see."""

    def __init__(
        self,
        store: Store,
        library: Library,
        settings: Settings,
        today: Callable[[], dt.date],
        user: str,
        away: str = "",
    ) -> None:
        self.store, self._library, self._settings = store, library, settings
        self._today, self._user, self._away = today, user, away
        self.leave()

    # What the page shows

    def view(self) -> Measures | None:
        if self._code is None or not self._plans:
            return None
        return {
            "code": self._code,
            "period": self._period(),
            "screen": self._seen.screen,
            "faults": [{"where": f.where, "what": f.what, "mend": f.mend} for f in self._seen.faults],
            "stale": self._stale,
        }

    # What she does

    def leave(self) -> None:
        self._code: str | None = None
        self._plans: tuple[Plan, ...] = ()
        self._asked: tuple[dt.date | None, dt.date | None, int | None] = (None, None, None)
        self._seen = _Seen()
        self._stale = 0

    def choose(self, code: str) -> None:
        self.leave()
        self._code = code
        self.refresh()

    def refresh(self) -> None:
        """Count anew. What cannot be counted is told in place of the screen: the diary can be mended beside it."""
        self._stale = 0
        if self._code is None:
            return
        try:
            self._plans = tuple(self.store.versions.all(self._code))
            self._seen = self._look(self._code) if self._plans else _Seen()
        except KitError as error:
            self._seen = _Seen(faults=error.faults)

    def came(self) -> None:
        """Rows came since; the page asks for them after a pause."""
        self._stale += 1

    def look(self, wish: Look) -> None:
        """Another period, day or version. Raises `ContentError` with all that is wrong; the screen stays then."""
        since, as_of = (_day(wish[name], said) for name, said in (("since", "from"), ("as_of", "as of")))  # type: ignore[literal-required]
        starts = [plan.start for plan in self._plans]
        if starts:
            check_period(starts, self._plans[-1].until, as_of or self._now(), since=since, today=self._now())
        version = wish["version"]
        if version and version not in {str(plan.version) for plan in self._plans}:
            raise ContentError(Fault("version", f"{version[:10]!r} is none of this plan.", "Choose one from the list."))
        self._asked = (since, as_of, int(version) if version else None)
        self.refresh()

    def rows(self, figure: str) -> RowsMessage:
        """The rows behind a number. Raises `ContentError` where the number is not on the screen any more."""
        found, summary = self._seen.figures.behind(figure), self._seen.summary
        if found is None or summary is None or self._code is None:
            raise ContentError(Fault("rows", "this number is not on the screen any more.", "Look at the screen again."))
        names = {
            (plan.version, entry.item.item_id): entry.exercise.name
            for plan in self._plans
            for entry in resolve(plan, self._library).entries
        }
        return rows_behind(figure, found, summary.whole, names, origins(self.store.database, self._code))

    def deal(self, wish: Deal) -> str:
        """Keep that a sign was dealt with. Raises `ContentError` with what is missing."""
        sign = next((sign for sign in self._known().signs if sign.key == wish["sign"]), None)
        if sign is None:
            raise ContentError(Fault("sign for help", "is not open any more.", "Look at the screen again."))
        dealt = Dealt.with_sign(sign, by=wish["by"], role=wish["role"], on=self._today(), what=wish["what"])
        self.store.signs.keep(sign.plan_code, dealt)
        signed(self.store, dealt.by)
        self._user = dealt.by
        self.refresh()
        return f"Signed by {dealt.by}: {sign.shown} was dealt with."

    def read(self, keys: Sequence[str]) -> str:
        """Keep that notes were read. Raises `ContentError` where one is not unread any more."""
        known = {note.key: note for note in self._known().unread}
        self._mark([known.get(key) for key in keys], is_read=True)
        return f"Marked as read: {counted(len(keys), 'note')}."

    def unread(self, key: str) -> str:
        """Keep that a note stands as unread again. Raises `ContentError` where it is not read."""
        self._mark([next((note for note in self._known().read if note.key == key), None)], is_read=False)
        return "The note stands as unread again."

    def _mark(self, notes: Sequence[PatientNote | None], *, is_read: bool) -> None:
        found = [note for note in notes if note is not None]
        if len(found) < len(notes) or not found:
            raise ContentError(Fault("note", "is not there any more.", "Look at the screen again."))
        self.store.notes.keep(found[0].plan_code, tuple(Read.of(n, self._today(), is_read=is_read) for n in found))
        self.refresh()

    def give_back(self, item_id: str) -> str:
        """Take out of the draft what was taken into it for an item. Raises `PlanError` where it was edited since."""
        proposal, held = self._proposal(item_id), self.store.drafts.held(self._known().plan.code)
        if held is None:
            raise PlanError(Fault("proposal", "is in no draft.", "Look at the screen again."))
        kept = self.store.drafts.put(held, given_back(held.plan, proposal, self._name(item_id)))
        self.refresh()
        return f"Given back: {self._name(item_id)} is in the draft of version {kept.plan.version} as it was."

    def looked_at(self) -> tuple[Summary, Library]:
        """What the screen shows. Raises `ContentError` with the reason where there is nothing to see."""
        if self._seen.faults:
            raise ContentError(self._seen.faults)
        return self._known(), self._library

    def period_said(self) -> str:
        """The period, the day and the version in words."""
        return self._period()["said"]

    def take(self, item_id: str) -> str:
        """Put what is proposed into the draft of the next version, which is begun where there is none.

        Raises `PlanError` where nothing is proposed for the item, or it was edited in the draft.
        """
        kept = self._take([item_id])
        said = f"{self._name(item_id)}, {self._proposal(item_id).words}"
        return f"Taken into the draft of version {kept.plan.version}: {said}."

    def next_plan(self, item_ids: Sequence[str]) -> Plan:
        """The draft of the next version, begun where there is none, with what is proposed for these items in it.

        Raises `PlanError` as `take` does; of several proposals none is taken then.
        """
        return self._take(item_ids).plan

    def _take(self, item_ids: Sequence[str]) -> Held:
        """The draft with what is proposed for these items: one edit, whatever their number."""
        chosen = [(self._proposal(item_id), self._name(item_id)) for item_id in item_ids]
        for proposal, name in chosen:
            self._must_be_open(proposal, name)
        held = self._draft(self._plans[-1] if self._plans else self._known().plan)
        plan = held.plan
        for proposal, name in chosen:
            plan = with_reason(accept(plan, proposal), proposal, name)
        kept = self.store.drafts.put(held, plan) if chosen else held
        self.refresh()
        return kept

    # What they need

    def _look(self, code: str) -> _Seen:
        since, as_of, version = self._asked
        dealt, draft, figures = self.store.signs.of(code), self.store.drafts.held(code), Figures()
        asides, read = self.store.diaries.asides(code), self.store.notes.of(code)
        rows, asked = frame(self.store.diaries.rows(code)), Asked(as_of or self._now(), since, version, self._now())
        summary = summarise(
            *(self._plans, rows, self._library, asked), dealt=dealt, read=read, settings=self._settings, asides=asides
        )
        plan = draft.plan if draft else None
        shown = screen(summary, self._library, figures, draft=plan, dealt=dealt, by=self._user, away=self._away)
        return _Seen(summary, shown, figures)

    def _proposal(self, item_id: str) -> Proposal:
        found = next((one for one in self._known().proposals if one.item_id == item_id), None)
        if found is None:
            raise PlanError(Fault("proposal", "is not on the screen any more.", "Look at the screen again."))
        return found

    def _name(self, item_id: str) -> str:
        newest = self._known().plan
        return resolve(newest, self._library).exercise(newest.item(item_id)).name

    def picture(self, exercise_id: str) -> str:
        """A small picture of an exercise as the newest plan that has it shows it, as SVG text; empty for none."""
        shelves = (self._library, *(resolve(plan, self._library).exercises for plan in self._plans))
        found = [shelf.exercises[exercise_id] for shelf in shelves if exercise_id in shelf]
        return small_of(found[-1]) if found else ""

    def _known(self) -> Summary:
        if self._seen.summary is None:
            raise ContentError(Fault("follow-up", "no plan is looked at.", _AGAIN))
        return self._seen.summary

    def _must_be_open(self, proposal: Proposal, name: str) -> None:
        """Raises `PlanError` for what cannot be taken: it is there already, was edited, or is of an earlier day."""
        known, said = self._known(), f"{name}, {proposal.words}"
        draft = self.store.drafts.held(known.plan.code)
        where = f"the draft of version {draft.plan.version}" if draft else ""
        told = {
            "taken": Fault("next plan", f"this one is already in {where}: {said}.", "Edit it there, in the planner."),
            "edited": Fault("next plan", f"this one was edited in {where}: {said}.", "Look at it in the planner."),
        }
        fault = told.get(state_of(proposal, draft.plan if draft else None))
        if known.is_past:
            what = f"this one is as it was on {on(known.asked.as_of)}: {said}."
            fault = Fault("next plan", what, "Look as of today, at the version in force, and take it there.")
        if fault:
            self.refresh()  # another page may have taken it: the list is made anew
            raise PlanError(fault)

    def _now(self) -> dt.date:
        """Today; of a plan that has not begun, its first day."""
        return max(self._today(), min((plan.start for plan in self._plans), default=self._today()))

    def _draft(self, newest: Plan) -> Held:
        """The draft of the next version: the one that there is, never another over it."""
        draft = self.store.drafts.held(newest.code)
        if draft is not None:
            return draft
        issued = self.store.versions.load(newest.code, newest.version)
        today = self._today()
        return self.store.drafts.next_version(issued, max(today, newest.start + _DAY), on=today)

    def _period(self) -> PeriodShown:
        since, as_of, version = self._asked
        today, first = self._now(), min(plan.start for plan in self._plans)
        until = as_of or today
        of = f", version {version}" if version is not None else ""
        return {
            "since": since.isoformat() if since else "",
            "as_of": until.isoformat(),
            "version": "" if version is None else str(version),
            "first": first.isoformat(),
            "today": today.isoformat(),
            "weeks_ago": (until - (_FOUR_WEEKS - 1) * _DAY).isoformat(),
            "versions": [(str(plan.version), f"Version {plan.version}") for plan in reversed(self._plans)],
            "said": f"{span(since or first, until)}{of}",
        }


def _day(text: str, where: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ContentError(Fault(f"period, {where}", f"{text[:20]!r} is no day.", "Choose a day.")) from None
