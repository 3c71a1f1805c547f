"""The report of what the page shows: the files that `kit report` makes, handed to the browser and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.clinic import Clinic
from kit.errors import Fault, KitError
from kit.reports.make import report_files
from kit.reports.report import page
from kit.ui.followup.measures_desk import MeasuresDesk
from kit.ui.followup.measures_shown import ReportSent


@dataclass(frozen=True)
class Report:
    """The `files` by the names they are downloaded under; where there are none, `faults` say why."""

    said: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def sent(self) -> ReportSent:
        """As the page is told; the bytes of the files come beside."""
        faults = [{"where": f.where, "what": f.what, "mend": f.mend} for f in self.faults]
        return {"report": {"said": self.said, "files": list(self.files), "faults": faults}}  # type: ignore[typeddict-item]


def report(desk: MeasuresDesk, clinic: Clinic) -> Report:
    """The report of exactly what the screen shows, counted anew: without the last rows it would be a wrong one.

    What stands in its way is given back, and not raised: the page tells it beside the button.
    """
    try:
        desk.refresh()
        summary, library = desk.looked_at()
        refused = len(desk.store.diaries.of(summary.plan.code).rejects)
        made = page(summary, library, clinic, refused=refused)
        return Report(f"Ready: {desk.period_said()}.", report_files(summary, made))
    except KitError as error:
        return Report(faults=error.faults)
