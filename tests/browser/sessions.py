"""The session page of a plan in a browser: opened from a file with the network off, its clock in the test's hands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from kit.clinic import Clinic
from kit.diary.read import Diary
from kit.handouts.page.shape import Asks
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from tests.browser.pages import WCAG, violations
from tests.handouts.pages import session_html

CLINIC = Clinic(name="Sunny Clinic", therapist="A. Physio", contact="01234 567")
PANEL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60"><path d="M10 50H70" stroke="#333"/></svg>'
MONDAY = "2026-06-01T18:30:00+01:00"
STRICT = WCAG | {"runOnly": [*WCAG["runOnly"], "best-practice"]}


@dataclass
class Opened:
    """A context with the page of a plan in it, its clock in the test's hands."""

    context: BrowserContext
    page: Page
    path: Path
    troubles: list[str] = field(default_factory=list)

    def run(self, seconds: float) -> None:
        self.page.clock.run_for(round(seconds * 1000))

    def key(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def play(self) -> None:
        """Start a session that goes on by itself."""
        self.page.get_by_role("switch", name="Wait for me before each exercise").uncheck()
        self.key("Start").click()

    def rate(self, group: str, value: str) -> None:
        self.page.get_by_role("group", name=group).get_by_role("radio", name=value, exact=True).check()

    def at(self, moment: str) -> None:
        """The same page on the same device, opened at another time."""
        self.page.close()
        self.page = _page(self, moment)

    def exported(self, folder: Path) -> Path:
        if not self.key("Save my diary as a file").is_visible():
            self.key("My diary").click()
        with self.page.expect_download() as waiting:
            self.key("Save my diary as a file").click()
        target = folder / waiting.value.suggested_filename
        waiting.value.save_as(target)
        return target


Opener = Callable[..., Opened]


def _page(opened: Opened, moment: str, script: str = "") -> Page:
    page = opened.context.new_page()
    if script:
        page.add_init_script(script)
    page.on("pageerror", lambda error: opened.troubles.append(str(error)))
    page.on("console", lambda m: opened.troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("request", lambda r: None if r.url.startswith(("file:", "blob:")) else opened.troubles.append(r.url))
    # The clock stands still unless a test moves it: a slow machine changes nothing.
    start = dt.datetime.fromisoformat(moment)
    page.clock.install(time=start - dt.timedelta(seconds=5))
    page.clock.pause_at(start)
    page.goto(opened.path.as_uri())
    return page


@pytest.fixture
def opener(chromium: Browser, library: Library, tmp_path: Path) -> Iterator[Opener]:
    """Opens the page of a plan; afterwards no script failed, nothing was refused and nothing left the machine."""
    all_opened: list[Opened] = []

    def opened(
        plan: Plan,
        moment: str = MONDAY,
        script: str = "",
        pictures: bool = True,
        asks: Asks = "full",
        **settings: Any,
    ) -> Opened:
        path = tmp_path / f"session-{len(all_opened)}.html"
        panels = (lambda item: [(PANEL, f"Start of {item}"), (PANEL, f"End of {item}")]) if pictures else None
        path.write_text(session_html(plan, library, CLINIC, pictures=panels, asks=asks), encoding="utf-8")
        context = chromium.new_context(
            **{"viewport": {"width": 360, "height": 740}, **settings}, timezone_id="Europe/London"
        )
        context.set_offline(True)
        one = Opened(context, None, path)  # type: ignore[arg-type]
        all_opened.append(one)
        one.page = _page(one, moment, script)
        return one

    yield opened
    for one in all_opened:
        one.context.close()
    assert [trouble for one in all_opened for trouble in one.troubles] == []


@pytest.fixture(scope="module")
def two(library: Library) -> Plan:
    """Two short exercises every day, issued: one side after the other with two sets, and one for both at once."""
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1), review_on=dt.date(2026, 6, 15))
    plan = plan.add(library["seated_rotator_stretch"], sets=2, reps=2, hold_s=10, rest_rep_s=6, rest_set_s=8)
    plan = plan.add(library["prone_press_up"], reps=2, load_kg=2.5, schedule=Schedule(weekdays=("mon", "wed")))
    return finalised(resolve(plan, library), "A. Physio", dt.date(2026, 6, 1))


def finish(opened: Opened, worst: str = "0", now: str = "0", effort: str = "0") -> None:
    opened.rate("Worst pain while you did it", worst)
    opened.rate("Pain now", now)
    opened.rate("How hard was it?", effort)
    saved(opened)


def answers(diary: Diary) -> list[dict[str, Any]]:
    """The answered rows as plain values, blanks left out."""
    rows = diary.rows[diary.rows["status"].notna()]
    return [
        {str(k): v for k, v in row.items() if v == v and v is not None}
        for row in rows.astype(object).to_dict("records")
    ]


def clean(diary: Diary) -> bool:
    return diary.faults == () and diary.rejects == ()


def saved(opened: Opened) -> None:
    opened.key("Save in my diary").click()
    expect(opened.page.get_by_text("Saved in your diary.")).to_be_visible()


def by_hand(opened: Opened) -> None:
    """A session without the player, its first exercise done."""
    opened.key("I did it without the timer").click()
    opened.page.locator(".card input[value=done]").first.check()
    saved(opened)


def axe(page: Page) -> list[Any]:
    """What axe finds against WCAG 2.2 AA and its best practice in the page as it stands."""
    page.clock.resume()
    return violations(page, "html", STRICT)
