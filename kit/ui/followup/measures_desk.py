"""What the one screen looks at, and what the clinician does there: a period, a number opened, a sign dealt with, a
proposal taken. The numbers are made when one of these asks for it, not while rows are typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from kit.adherence.asked_period import check_period
from kit.diary.read import frame
from kit.errors import ContentError, Fault, KitError, PlanError
from kit.followup.accept import accept
from kit.followup.proposal import Proposal
from kit.followup.signs import Dealt
from kit.followup.summary import Asked, Summary, summarise
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
from kit.ui.followup.measures_shown import Measures, PeriodShown, RowsMessage, Screen
from kit.ui.followup.measures_wishes import Deal, Look
from kit.ui.followup.words import on

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
        self, store: Store, library: Library, settings: Settings, today: Callable[[], dt.date], user: str
    ) -> None:
        self.store, self._library, self._settings = store, library, settings
        self._today, self._user = today, user
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
        self.refresh()
        return f"Signed by {dealt.by}: {sign.shown} was dealt with."

    def take(self, item_id: str) -> str:
        """Put what is proposed into the draft of the next version, which is begun where there is none.

        Raises `PlanError` where nothing is proposed for the item, or it was edited in the draft.
        """
        proposal = next((one for one in self._known().proposals if one.item_id == item_id), None)
        if proposal is None:
            raise PlanError(Fault("proposal", "is not on the screen any more.", "Look at the screen again."))
        plan = self._known().plan
        name = resolve(plan, self._library).exercise(plan.item(item_id)).name
        self._must_be_open(proposal, name)
        held = self._draft(plan)
        kept = self.store.drafts.put(held, accept(held.plan, proposal))
        self.refresh()
        return f"Taken into the draft of version {kept.plan.version}: {name}, {proposal.words}."

    # What they need

    def _look(self, code: str) -> _Seen:
        since, as_of, version = self._asked
        dealt, draft, figures = self.store.signs.of(code), self.store.drafts.held(code), Figures()
        asides = self.store.diaries.asides(code)
        rows, asked = frame(self.store.diaries.rows(code)), Asked(as_of or self._now(), since, version, self._now())
        summary = summarise(
            self._plans, rows, self._library, asked, dealt=dealt, settings=self._settings, asides=asides
        )
        plan = draft.plan if draft else None
        shown = screen(summary, self._library, figures, draft=plan, dealt=dealt, by=self._user)
        return _Seen(summary, shown, figures)

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
            "said": f"{on(since or first)} to {on(until)}{of}",
        }


def _day(text: str, where: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ContentError(Fault(f"period, {where}", f"{text[:20]!r} is no day.", "Choose a day.")) from None
