"""The movement in the player, in a real browser: it goes with the clock, stops by a key, and waits for whoever wants calm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from kit.figures import frames
from kit.library.library import Library
from kit.plan.plan import Plan
from tests.browser.sessions import Opened, Opener, axe, opener

__all__ = ["opener"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
STILL = "standing_quad_stretch"


@pytest.fixture(scope="module", autouse=True)
def _one_that_stands_still() -> Iterator[None]:
    """Every exercise of the library moves: of this one no frames are known here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kit.handouts.page.facts.frames", lambda name, *more: frames(name, *more) * (name != STILL))
        yield


@pytest.fixture(scope="module")
def moved(library: Library) -> Plan:
    """A lift that is not held, one leg at a time, and a stretch that has no movement."""
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1), review_on=dt.date(2026, 6, 15))
    plan = plan.add(library["clamshell"], sets=1, reps=2, hold_s=0, tempo_s=4, rest_rep_s=0)
    return plan.add(library[STILL], sets=1, reps=1)


def stage(opened: Opened) -> Locator:
    return opened.page.locator(".stage-moving")


def shown(opened: Opened) -> str:
    """The picture in sight, as text."""
    return str(stage(opened).evaluate("node => node.innerHTML"))


def test_it_goes_with_the_clock_and_stands_when_it_stands(opener: Opener, moved: Plan) -> None:
    """Before the start it swings by itself; a repetition goes there and back; paused, nothing moves."""
    opened = opener(moved, pictures=False)
    opened.key("Start").click()
    expect(stage(opened)).to_be_visible()
    expect(opened.page.locator(".stage-figure")).to_be_hidden()
    seen = set()
    for _ in range(32):
        opened.run(0.1)
        seen.add(shown(opened))
    assert len(seen) == 8
    opened.key("Next step").click()
    opened.key("Go on").click()
    start = shown(opened)
    opened.run(2)
    top = shown(opened)
    assert top != start
    opened.key("Pause").click()
    opened.run(3)
    assert shown(opened) == top
    opened.key("Go on").click()
    opened.run(1.95)
    assert shown(opened) == start


def test_a_key_stops_it_and_shows_the_still_pictures(opener: Opener, moved: Plan) -> None:
    """By keyboard too; the still panels take its place, and no rule of accessibility is broken either way."""
    opened = opener(moved, pictures=False)
    opened.key("Start").click()
    expect(stage(opened)).to_be_visible()
    assert axe(opened.page) == []
    box = opened.key("Stop the moving picture").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    opened.key("Stop the moving picture").press("Enter")
    expect(stage(opened)).to_be_hidden()
    expect(opened.page.locator(".stage-figure figure")).to_have_count(2)
    expect(opened.page.locator(".stage-figure")).to_be_visible()
    assert axe(opened.page) == []
    opened.key("Show the movement").click()
    expect(stage(opened)).to_be_visible()


def test_it_is_told_in_words_and_mirrored_for_the_other_side(opener: Opener, moved: Plan) -> None:
    """The words of the panels stand for it; while the other side is at work it shows that side."""
    opened = opener(moved, pictures=False)
    opened.play()
    expect(stage(opened)).to_be_visible()
    first = stage(opened).get_attribute("aria-label") or ""
    assert "right" in first
    expect(stage(opened)).not_to_have_class("mirrored")
    for _ in range(4):
        opened.key("Next step").click()
    expect(opened.page.locator(".stage-side")).to_have_text("Your left side")
    assert "mirrored" in (stage(opened).get_attribute("class") or "")
    second = stage(opened).get_attribute("aria-label") or ""
    assert "left" in second
    assert second != first


def test_whoever_wants_it_calm_asks_for_it(opener: Opener, moved: Plan) -> None:
    """With reduced motion the still panels stand there until the key is pressed."""
    opened = opener(moved, pictures=False, reduced_motion="reduce")
    opened.key("Start").click()
    expect(opened.key("Show the movement")).to_be_visible()
    expect(stage(opened)).to_be_hidden()
    expect(opened.page.locator(".stage-figure figure")).to_have_count(2)
    opened.key("Show the movement").click()
    expect(stage(opened)).to_be_visible()


def test_the_next_exercise_is_seen_from_its_name_on(opener: Opener, moved: Plan) -> None:
    """Whoever scrolls down to the key that skips an exercise is not left at the end of the next one's steps."""
    opened = opener(moved, viewport={"width": 360, "height": 500})
    opened.play()
    opened.key("Skip this exercise").click()
    opened.page.get_by_role("dialog").get_by_role("button", name="Skip this exercise").click()
    expect(opened.page.locator(".stage-name")).to_be_in_viewport(ratio=1)


def test_what_has_no_movement_has_no_key(opener: Opener, moved: Plan) -> None:
    """Its panels stand still."""
    opened = opener(moved, pictures=False)
    opened.play()
    expect(stage(opened)).to_be_visible()
    opened.key("Skip this exercise").click()
    opened.page.get_by_role("dialog").get_by_role("button", name="Skip this exercise").click()
    expect(opened.page.locator(".stage-figure figure")).to_have_count(2)
    expect(stage(opened)).to_be_hidden()
    expect(opened.page.locator(".moving-key")).to_be_hidden()
