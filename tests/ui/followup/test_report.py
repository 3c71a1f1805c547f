"""The report's button: the files that `kit report` makes, of exactly what the screen shows; or why there are none."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kit.clinic import Clinic
from kit.errors import Fault, MachineError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.reports.cited import said
from kit.reports.make import follow_up_report
from kit.reports.report import page as report_page
from kit.store.store import Store
from kit.ui.followup.measures_shown import ReportMade
from kit.ui.followup.page import FollowUp
from tests.store.diary_files import diary, row
from tests.ui.followup.conftest import TODAY, Ask
from tests.ui.followup.test_measures import measures, screen, seen

__all__ = ["seen"]

KINDS = ("pdf", "csv")


def made(page: FollowUp) -> tuple[ReportMade, list[bytes]]:
    """What the browser is sent for the button."""
    told: list[tuple[Any, Sequence[bytes] | None]] = []
    page.send = lambda content, buffers=None: told.append((content, buffers))
    page._heard(page, {"do": "report"}, [])
    ((sent, files),) = [(content["report"], buffers) for content, buffers in told if "report" in content]
    return sent, list(files or ())


def test_it_is_the_report_of_the_command(seen: FollowUp, store: Store, issued: Plan, tmp_path: Path) -> None:
    """The same names and the same bytes as from the one way to make it, and nothing is kept of it."""
    sent, files = made(seen)
    kept = [store.diaries.of(issued.code)]
    by_hand = follow_up_report([issued], kept, Library.load(), TODAY, tmp_path / "out", clinic=Clinic())
    assert (
        sent["files"] == [path.name for path in by_hand.paths] == [f"report-{issued.code}-{TODAY}.{e}" for e in KINDS]
    )
    assert files == [path.read_bytes() for path in by_hand.paths]
    assert (sent["said"], sent["faults"]) == ("Ready: 1 June to 20 June 2026.", [])
    assert list(tmp_path.glob("report-*")) == []


def test_it_is_of_the_period_the_day_and_the_version(seen: FollowUp, ask: Ask, issued: Plan) -> None:
    """Its name, its head and its numbers are of what is looked at."""
    ask("look", since="2026-06-08", as_of="2026-06-14", version="1")
    sent, (pdf, table) = made(seen)
    assert sent["files"] == [f"report-{issued.code}-v1-2026-06-14.{kind}" for kind in KINDS]
    assert sent["said"] == "Ready: 8 June to 14 June 2026, version 1."
    counts = {one["name"]: one["said"] for one in screen(seen)["headline"]["counts"]}
    done = next(line for line in table.decode().splitlines() if line.startswith("What was done,sessions done,"))
    assert done.split(",")[4] == counts["Done"] == "4"
    summary, library = seen._desk.measures.looked_at()
    facts = dict(report_page(summary, library, Clinic()).facts)
    assert said(facts["Period"]) == "8 June 2026 to 14 June 2026, version 1 alone"
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1


def test_rows_that_came_since_are_in_it_and_on_the_screen(
    seen: FollowUp, store: Store, issued: Plan, tmp_path: Path
) -> None:
    """A correction that the screen has not shown yet: the report has it, and the screen shows what the report has."""
    before = made(seen)[1][1]
    line = row(issued, "i1", "left", "2026-06-14", week=2, status="not_done", pain_worst=9)
    store.diaries.bring_in(diary(tmp_path / "late.csv", [line]))
    was = measures(seen)["screen"]
    assert made(seen)[1][1] != before
    assert measures(seen)["screen"] != was


def test_what_stands_in_its_way_is_told_in_place(
    page: FollowUp, seen: FollowUp, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a plan in hand, and where the machine refuses: a fault beside no file, and none of it as a notice."""
    why = Fault("report", "the fonts are gone.", "Install the kit again.")

    def broken(*_: object) -> bytes:
        raise MachineError(why)

    monkeypatch.setattr("kit.reports.make.to_pdf", broken)
    shown = {"where": "report", "what": "the fonts are gone.", "mend": "Install the kit again."}
    code = measures(seen)["code"]
    assert made(seen) == ({"code": code, "said": "", "files": [], "faults": [shown]}, [])
    ask("leave")
    sent, files = made(page)
    mend = sent["faults"][0]["mend"]
    assert (files, sent["faults"]) == ([], [{"where": "follow-up", "what": "no plan is looked at.", "mend": mend}])
    assert page.notices == []
