"""The follow-up's desk: the patient in hand, and what the clinician does with the diary."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from kit.errors import ContentError, Fault
from kit.library.library import Library
from kit.plan.resolved import resolve
from kit.samples.kept import NOTICE, SampleStore, is_sample
from kit.store.diaries import DiaryFile
from kit.store.store import Store
from kit.store.typed import Typed
from kit.store.workspace import Workspace
from kit.ui.followup import brought
from kit.ui.followup.matters import matters
from kit.ui.followup.matters_shown import NO_MATTERS, Matters
from kit.ui.followup.matters_totals import note
from kit.ui.followup.matters_wishes import NoteScore
from kit.ui.followup.measures_desk import MeasuresDesk
from kit.ui.followup.messages import Type, TypedAnswer
from kit.ui.followup.patients import patients, row
from kit.ui.followup.sheet import NO_CELLS, NO_SHEET, as_printed, cells, sheet
from kit.ui.followup.shown import Brought, Cells, Chosen, FileShown, Patients, Sheet, View
from kit.ui.followup.words import at, in_words
from kit.ui.user import signed
from kit.words.numbers import counted

_ITEM = re.compile(r"\bitem (\w+)")
DEMO = "Demo: nothing here is kept. Make a demo clinic to try all of it."
_MEND = "Choose one from the list."


class Desk:
    """Holds which plan and version are in hand, and nothing of the diary: all of that is in the store.

    `today` gives the day, which may change while the page is open; `user` is the name to begin with where something is
    signed; `away` says where a draft is found, if the planner beside this page does not have it.
    """

    def __init__(
        self, workspace: Workspace, store: Store, today: Callable[[], dt.date], user: str, away: str = ""
    ) -> None:
        self.store, self.workspace, self._today = store, workspace, today
        clinic, self.notices = workspace.clinic()
        library, _ = workspace.usable()
        self.measures = MeasuresDesk(store, library, clinic.settings, today, user, away)
        self._demo = isinstance(store, SampleStore)
        self._sample = f"{NOTICE} {DEMO if self._demo else away}".strip() if is_sample(store) else ""
        self._locale, self._by = clinic.locale, user
        self._words, self._waiting = "", False
        self._code: str | None = None
        self._version: int | None = None

    # What the page shows

    @property
    def code(self) -> str:
        """Of the plan in hand; empty where there is none."""
        return self._code or ""

    def patients(self) -> Patients:
        return patients(self.store, self._today(), self._words, self._waiting)

    def view(self) -> View:
        chosen = self._chosen() if self._code else None
        return {"chosen": chosen, "measures": self.measures.view(), "sample": self._sample, "demo": self._demo}

    def sheet(self) -> Sheet:
        """The sheet of the version in hand; an empty one where there is none."""
        listed = self.store.plans.one(self._code) if self._code else None
        if listed is None or self._version is None:
            return NO_SHEET
        plan = self.store.versions.load(listed.code, self._version).plan
        known = as_printed(resolve(plan, Library(())), self._locale)
        return sheet(self.store, known, listed.issued, self._today())

    def cells(self) -> Cells:
        if self._code is None or self._version is None:
            return NO_CELLS
        return cells(self.store, self._code, self._version)

    def matters(self) -> Matters:
        """What matters to the patient in hand; nothing where there is none."""
        listed = self.store.plans.one(self._code) if self._code else None
        return matters(self.store, listed, self._today(), self._by) if listed else NO_MATTERS

    def _chosen(self) -> Chosen:
        listed = self.store.plans.one(self._code or "")
        if listed is None:
            raise ContentError(Fault("follow-up", "this plan is no longer in the store.", _MEND))
        today = self._today()
        last = self.store.returned.last([listed.code]).get(listed.code)
        span = self.store.returned.spans(today, listed.code).get(listed.code)
        shown = row(listed, span, last, today)
        return {
            "code": listed.code,
            "plan_id": listed.plan_id,
            "patient": listed.patient,
            "state": shown["state"],
            "diary": shown["diary"],
            "waits": shown["waits"],
            "files": [_file(file) for file in self.store.returned.files(listed.code)],
            "by": self._by,
        }

    # What she does

    def find(self, words: str, waiting: bool) -> None:
        self._words, self._waiting = words, waiting

    def choose(self, code: str) -> None:
        """Take a plan in hand, with the sheet of the version in force. Raises `ContentError` where it cannot be."""
        listed = self.store.plans.one(code)
        if listed is None:
            raise ContentError(Fault("follow-up", "this plan is not in the store.", _MEND))
        span = self.store.returned.spans(self._today(), code).get(code)
        version = span.version if span else next(iter(listed.issued), None)
        if version is not None:
            self.store.versions.load(code, version)  # one that was altered is not opened
        self._code, self._version = code, version
        self.measures.choose(code)

    def leave(self) -> None:
        self._code = self._version = None
        self.measures.leave()

    def show(self, version: int) -> None:
        """The sheet of another version. Raises `ContentError` where it was never issued."""
        self.store.versions.load(self._code or "", version)
        self._version = version

    def bring_in(self, names: Sequence[str], contents: Sequence[bytes]) -> Brought:
        """Take diary files in; with a patient in hand, those of this one alone."""
        if len(names) != len(contents) or not names:
            raise ContentError(Fault("diary", "came without its content.", "Drop the file again."))
        listed = self.store.plans.one(self._code) if self._code else None
        patient = listed.patient or None if listed else None
        came = brought.bring_in(self.store, list(zip(names, contents, strict=True)), patient)
        self.measures.refresh()
        return came

    def undo(self, number: int) -> str:
        undone = self.store.diaries.undo(number)
        self.measures.refresh()
        gone = f"{counted(undone.withdrawn, 'row counts', 'rows count')} no longer"
        back = f", and {counted(undone.restored, 'earlier row counts', 'earlier rows count')} again"
        return f"Undone: {undone.file.name}. {gone}{back if undone.restored else ''}."

    def type(self, wish: Type) -> None:
        """Keep what was typed. Raises `ContentError` with all that is wrong; nothing of it is kept then."""
        answers = [_typed(one) for one in wish["typed"]]
        try:
            self.store.typing.take(wish["code"], wish["version"], answers, by=wish["by"], today=self._today())
        except ContentError as error:
            raise ContentError(self._in_words(error.faults, wish["code"], wish["version"])) from None
        self._by = wish["by"]
        signed(self.store, wish["by"])
        self.measures.came()

    def _in_words(self, faults: Sequence[Fault], code: str, version: int) -> list[Fault]:
        """Faults of typed answers with exercises and boxes as the sheet calls them: no id of an item is shown."""
        if not any(_ITEM.search(f"{fault.where} {fault.what}") for fault in faults):
            return [Fault(in_words(one.where), in_words(one.what), one.mend) for one in faults]
        known = as_printed(resolve(self.store.versions.load(code, version).plan, Library(())), self._locale)
        names = {entry.item.item_id: entry.exercise.patient_name for entry in known.entries}

        def told(text: str) -> str:
            return in_words(_ITEM.sub(lambda found: names.get(found[1], "an exercise"), text))

        return [Fault(told(one.where), told(one.what), one.mend) for one in faults]

    def note_score(self, wish: NoteScore) -> None:
        """Note a total. Raises `ContentError` with all that is wrong; nothing is kept then."""
        listed = self.store.plans.one(wish["code"])
        if listed is None:
            raise ContentError(Fault("follow-up", "this plan is no longer in the store.", _MEND))
        note(self.store.scores, listed.patient_code, wish, self._today())
        self.measures.came()

    def undo_score(self, number: int) -> None:
        self.store.scores.undo(number)
        self.measures.came()


def _typed(one: TypedAnswer) -> Typed:
    try:
        day = dt.date.fromisoformat(one["day"])
    except ValueError:
        what = f"{one['day'][:20]!r} is no day."
        raise ContentError(Fault("follow-up", what, "Reload the page.")) from None
    return Typed(day, one["column"], one["text"], one["was"], one["item_id"], one["side"], one["slot"])


def _file(file: DiaryFile) -> FileShown:
    return {
        "number": file.number,
        "name": file.name,
        "at": at(file.at),
        "said": " ".join(brought.outcome(file)),
        "undone": at(file.undone_at) if file.undone_at else "",
    }
