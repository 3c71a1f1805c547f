"""The report of what the page shows: the files that `kit report` makes, handed to the browser and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kit.clinic import Clinic
from kit.errors import Fault, KitError
from kit.ui.followup.measures_desk import MeasuresDesk
from kit.ui.followup.measures_shown import ReportSent


@dataclass(frozen=True)
class Report:
    """Of the plan `code`: the `files` by the names they are downloaded under, or `faults`, which say why none is."""

    code: str
    said: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def sent(self) -> ReportSent:
        """As the page is told; the bytes of the files come beside."""
        faults = [{"where": f.where, "what": f.what, "mend": f.mend} for f in self.faults]
        return {"report": {"code": self.code, "said": self.said, "files": list(self.files), "faults": faults}}  # type: ignore[typeddict-item]


def report(desk: MeasuresDesk, code: str, clinic: Clinic) -> Callable[[], Report]:
    """What makes the report of exactly what the screen shows, counted anew: without the last rows it would be a wrong
    one. It looks at nothing of the desk any more.

    What stands in its way is given back, and not raised: the page tells it beside the button.
    """
    try:
        desk.refresh()
        summary, library = desk.looked_at()
        refused = len(desk.store.diaries.of(summary.plan.code).rejects)
        said = f"Ready: {desk.period_said()}."
    except KitError as error:
        unmade = Report(code, faults=error.faults)
        return lambda: unmade

    def make() -> Report:
        # Not at the head of the file: typst and its fonts load here, in the thread that makes.
        from kit.reports.make import report_files
        from kit.reports.report import page

        try:
            return Report(code, said, report_files(summary, page(summary, library, clinic, refused=refused)))
        except KitError as error:
            return Report(code, faults=error.faults)

    return make
