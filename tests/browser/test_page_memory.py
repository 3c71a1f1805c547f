"""What the page remembers, in a real browser: a warning sign, a diary that was damaged, a memory that may be lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from kit.diary.read import read_diary
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.browser.sessions import (
    CLINIC,
    MONDAY,
    Opened,
    Opener,
    answers,
    axe,
    by_hand,
    clean,
    finish,
    opener,
    saved,
    two,
)
from tests.handouts.pages import session_html

__all__ = ["opener", "two"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TUESDAY = "2026-06-02T09:00:00+01:00"
FULL = """
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
        if (text.length > 1000) throw new DOMException('full', 'QuotaExceededError');
        return write.call(this, name, text);
    };
"""
SHARED = """
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => { window.shared = await files[0].text(); };
"""
# A clipboard that is open while a key is being pressed alone, as some browsers have it.
COPIED = """
    navigator.canShare = undefined;
    document.addEventListener('click', () => { window.pressed = true; }, true);
    document.addEventListener('click', () => { window.pressed = false; });
    const writeText = async (text) => {
        if (!window.pressed) throw new DOMException('not now', 'NotAllowedError');
        window.copied = text;
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
"""
CLOSED = COPIED.replace("!window.pressed", "true")


def reported(opened: Opened, *signs: str) -> None:
    """A session with a warning sign, done without the player and written down."""
    opened.key("I did it without the timer").click()
    opened.page.locator(".card input[value=done]").first.check()
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="Yes").check()
    for sign in signs:
        opened.page.get_by_label(sign).check()
    opened.page.get_by_role("group", name="Worst pain").get_by_role("radio", name="9").check()
    saved(opened)


# A warning sign


def test_a_sign_stays_with_whom_to_call_until_it_is_dealt_with(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """On every screen; the next day asks about it before all else, and nothing is started while it is open.

    It ends for good when somebody helped and said that the exercises may go on.
    """
    opened = opener(two, asks="brief")
    reported(opened, "You faint.")

    def alert() -> Locator:
        return opened.page.get_by_role("complementary", name="When to get help")

    for tab in ("My diary", "My plan"):
        opened.key(tab).click()
        expect(alert().get_by_text("You faint.")).to_be_visible()
        expect(alert().get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
        expect(alert().get_by_role("link", name="Call 01234 567")).to_have_attribute("href", "tel:01234567")
        assert axe(opened.page) == []
    opened.at(TUESDAY)
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("One question first")
    expect(opened.page.get_by_text("Stop the exercises. Call 999 now.")).to_be_visible()
    expect(opened.key("Start")).to_have_count(0)
    assert axe(opened.page) == []
    opened.key("Not yet").click()
    expect(alert().get_by_role("link", name="Call 999")).to_be_visible()
    expect(opened.page.get_by_text("Do not exercise yet.")).to_be_visible()
    expect(opened.key("Start")).to_be_hidden()
    opened.at(TUESDAY)
    opened.key("Yes, I got help").click()
    opened.key("No, not yet").click()
    expect(opened.key("Start")).to_have_count(0)
    opened.key("Yes, I got help").click()
    assert axe(opened.page) == []
    opened.key("Yes, I may").click()
    expect(opened.key("Start")).to_be_visible()
    expect(alert().get_by_role("link")).to_have_count(0)
    opened.at(TUESDAY)
    expect(opened.key("Start")).to_be_visible()
    assert answers(read_diary(opened.exported(tmp_path)))[0]["help_sign"] == "yes: You faint."


def test_a_sign_that_nobody_named_is_asked_about_too(opener: Opener, two: Plan) -> None:
    """Yes without a tick: it may be any of them, so the number for emergencies stands there, and every other one."""
    opened = opener(two)
    reported(opened)
    alert = opened.page.get_by_role("complementary", name="When to get help")
    expect(alert.get_by_role("link")).to_have_text(["Call 999", "Call 111", "Call 01234 567"])
    opened.at(TUESDAY)
    expect(opened.page.get_by_text("On Monday 1 June you told of a warning sign.")).to_be_visible()


def test_the_gravest_of_several_signs_is_answered(opener: Opener, two: Plan) -> None:
    """A sign of today beside one to call for at once: what to do at once is what stands there."""
    opened = opener(two)
    reported(opened, "A joint is newly hot, red and swollen.", "You faint.")
    expect(opened.page.get_by_role("complementary").locator(".alert")).to_have_text("Stop the exercises. Call 999 now.")


def test_a_sign_alone_is_written_down(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """Whoever says nothing of the exercises has told the sign all the same; the day's session is still to come."""
    opened = opener(two)
    opened.key("I did it without the timer").click()
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="Yes").check()
    opened.page.get_by_label("You faint.").check()
    saved(opened)
    expect(opened.page.get_by_role("complementary").get_by_role("link", name="Call 999")).to_be_visible()
    told = read_diary(opened.exported(tmp_path))
    assert clean(told)
    assert list(told.rows["help_sign"].dropna()) == ["yes: You faint."]
    assert answers(told) == []
    opened.key("Today").click()
    opened.key("Not yet").click()
    expect(opened.page.get_by_role("heading", name="Your exercises today")).to_be_visible()


def test_a_sign_told_to_an_older_sheet_is_open_on_the_newer_one(opener: Opener, two: Plan, library: Library) -> None:
    """And dealt with for both; the newer sheet says that the older one holds what nobody has sent."""
    opened = opener(two, viewport={"width": 360, "height": 3000})  # the key at its foot hides nothing half
    reported(opened, "You faint.")
    newer = finalised(resolve(two.new_version(two.start, "wrong dose"), library), "A. Physio", two.start)
    own = opened.path.read_text(encoding="utf-8")
    opened.path.write_text(session_html(newer, library, CLINIC), encoding="utf-8")
    opened.at(TUESDAY)
    expect(opened.page.locator("#screen").get_by_text("You faint.")).to_be_visible()
    expect(opened.key("Start")).to_have_count(0)
    opened.key("Yes, I got help").click()
    opened.key("Yes, I may").click()
    expect(opened.key("Start")).to_be_visible()
    expect(opened.page.get_by_text("Your older sheet (version 1) has entries")).to_be_visible()
    assert axe(opened.page) == []
    opened.path.write_text(own, encoding="utf-8")
    opened.at(TUESDAY)
    expect(opened.page.get_by_role("heading", level=1)).not_to_have_text("One question first")
    opened.key("My diary").click()
    with opened.page.expect_download():
        opened.key("Save my diary as a file").click()
    opened.path.write_text(session_html(newer, library, CLINIC), encoding="utf-8")
    opened.at(TUESDAY)
    expect(opened.key("Start")).to_be_visible()
    expect(opened.page.get_by_text("Your older sheet")).to_have_count(0)


# What is filled in and not saved


def test_nothing_filled_in_is_said(opener: Opener, two: Plan) -> None:
    """A key that does nothing says why; one answer is enough for it."""
    opened = opener(two)
    opened.key("I did it without the timer").click()
    opened.key("Save in my diary").click()
    expect(opened.page.get_by_role("alert").get_by_text("Nothing is filled in yet.")).to_be_visible()
    assert axe(opened.page) == []
    opened.page.get_by_label("A note for your physio, if you like").fill("It rained.")
    saved(opened)
    expect(opened.page.get_by_text("It rained.")).to_be_visible()


@pytest.mark.parametrize("played", [True, False])
def test_what_was_filled_in_is_there_again(played: bool, opener: Opener, two: Plan) -> None:
    """After another part of the page, after a reload: until it is saved, or thrown away."""
    opened = opener(two)
    if played:
        opened.play()
        opened.run(20)
        opened.key("End the session").click()
        opened.key("End it now").click()
    else:
        opened.key("I did it without the timer").click()
    opened.page.locator(".card input[value=done]").first.check()
    opened.rate("Worst pain while you did it", "4")
    opened.page.get_by_label("A note for your physio, if you like").fill("It rained.")
    opened.key("My plan").click()
    for _ in range(2):
        opened.key("Today").click()
        expect(opened.page.get_by_text("What you wrote for Monday 1 June is not saved yet.")).to_be_visible()
        assert axe(opened.page) == []
        opened.key("Fill in the rest").click()
        expect(opened.page.locator(".card input[value=done]").first).to_be_checked()
        expect(opened.page.get_by_label("A note for your physio, if you like")).to_have_value("It rained.")
        opened.at(MONDAY)
    opened.key("Fill in the rest").click()
    saved(opened)
    expect(opened.page.locator(".entries").get_by_text("It rained.")).to_be_visible()
    expect(opened.page.locator(".entries dd").get_by_text("4", exact=True)).to_be_visible()
    opened.key("Today").click()
    expect(opened.page.get_by_text("is not saved yet")).to_have_count(0)


# A memory that was damaged


@pytest.mark.parametrize("text", ['{"rows":[null]}', '{"open":5}', "no", '{"format":1,"rows":[null],"open":5}'])
def test_a_damaged_memory_is_told_and_set_aside(text: str, opener: Opener, two: Plan, tmp_path: Path) -> None:
    """The page goes on, says so in plain words, and hands out what it could not read, sign by sign."""
    opened = opener(two)
    name = opened.page.evaluate("Object.keys(localStorage)[0]")
    opened.page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])
    opened.at(TUESDAY)
    expect(opened.page.get_by_text("It is set aside, not lost.")).to_be_visible()
    assert axe(opened.page) == []
    with opened.page.expect_download() as waiting:
        opened.key("Save what could not be read").click()
    waiting.value.save_as(tmp_path / "aside.txt")
    assert (tmp_path / "aside.txt").read_text(encoding="utf-8") == text
    by_hand(opened)
    opened.at(TUESDAY)
    expect(opened.page.get_by_text("It is set aside, not lost.")).to_have_count(0)
    opened.key("My diary").click()
    expect(opened.page.locator(".entries > li")).to_have_count(1)
    expect(opened.page.get_by_text("It is set aside, not lost.")).to_be_visible()


def test_what_is_sound_in_a_damaged_memory_stays(opener: Opener, two: Plan) -> None:
    """One row that is none costs no other."""
    opened = opener(two)
    by_hand(opened)
    opened.page.evaluate("""() => {
        const name = Object.keys(localStorage)[0];
        const kept = JSON.parse(localStorage.getItem(name));
        localStorage.setItem(name, JSON.stringify({ ...kept, rows: [null, ...kept.rows] }));
    }""")
    opened.at(TUESDAY)
    opened.key("My diary").click()
    expect(opened.page.locator(".entries > li")).to_have_count(1)


def test_a_memory_that_runs_full_is_told(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """The first session that does not fit is told at once, and is in the file all the same."""
    opened = opener(two, script=FULL)
    expect(opened.page.get_by_text("This browser does not keep your diary.")).to_have_count(0)
    opened.key("I did it without the timer").click()
    opened.page.locator(".card input[value=done]").first.check()
    opened.page.get_by_label("A note for your physio").fill("x" * 1500)
    saved(opened)
    expect(opened.page.get_by_text("This browser does not keep your diary.")).to_be_visible()
    found = read_diary(opened.exported(tmp_path))
    assert clean(found)
    assert answers(found)[0]["note"] == "x" * 1500


# A memory that may be lost


def test_it_reminds_of_the_file_and_gives_it_by_one_press(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """After three sessions on the device alone; not before, and not once the file was saved."""
    opened = opener(two)
    for day in ("01", "02", "03"):
        opened.at(f"2026-06-{day}T09:00:00+01:00")
        expect(opened.page.get_by_text("Sessions that are on this device only:")).to_have_count(0)
        by_hand(opened)
    opened.at("2026-06-04T09:00:00+01:00")
    expect(opened.page.get_by_text("Sessions that are on this device only: 3.")).to_be_visible()
    assert axe(opened.page) == []
    found = read_diary(opened.exported(tmp_path))
    assert len({row["date"] for row in answers(found)}) == 3
    opened.at("2026-06-04T10:00:00+01:00")
    expect(opened.key("Start")).to_be_visible()
    expect(opened.page.get_by_text("Sessions that are on this device only:")).to_have_count(0)


def test_the_file_is_shared_where_the_device_can(opener: Opener, two: Plan) -> None:
    """One press hands the file over; then it is no longer on this device alone."""
    opened = opener(two, script=SHARED)
    by_hand(opened)
    opened.key("Send my diary").click()
    expect(opened.page.get_by_text("The program you chose has your diary now.")).to_be_focused()
    assert opened.page.evaluate("window.shared").count(",done,") == 2
    kept = opened.page.evaluate("localStorage.getItem(Object.keys(localStorage)[0])")
    assert json.loads(kept)["saved"].startswith("2026-06-01T18:30:00")


def test_it_is_copied_where_the_device_cannot_share(opener: Opener, two: Plan) -> None:
    """A browser that sends no file puts the text where the next message takes it from."""
    opened = opener(two, script=COPIED)
    by_hand(opened)
    expect(opened.key("Send my diary")).to_have_count(0)
    opened.key("Copy my diary").click()
    expect(opened.page.get_by_text("Copied. Paste it into a message to your physio.")).to_be_visible()
    assert opened.page.evaluate("window.copied").count(",done,") == 2
    assert opened.page.evaluate("window.copied").startswith("plan_code,")
    assert len(opened.page.evaluate("window.copied").splitlines()) == 3  # a message has no room for empty lines
    expect(opened.page.get_by_text("You last saved, copied or sent your diary on Monday 1 June.")).to_be_visible()


def test_what_may_not_be_copied_stands_there_to_be_copied_by_hand(opener: Opener, two: Plan) -> None:
    """It is said that nothing was copied; the text is whole, and chosen at one press; it counts as not sent."""
    opened = opener(two, script=CLOSED)
    by_hand(opened)
    opened.key("Copy my diary").click()
    dialog = opened.page.get_by_role("dialog", name="Copy my diary")
    expect(dialog).to_contain_text("Your browser does not copy by itself.")
    text = dialog.get_by_role("textbox")
    expect(text).to_be_focused()
    chosen = "(box) => box.value.slice(box.selectionStart, box.selectionEnd)"
    assert text.evaluate(chosen).count(",done,") == 2
    assert axe(opened.page) == []
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    kept = opened.page.evaluate("localStorage.getItem(Object.keys(localStorage)[0])")
    assert not json.loads(kept).get("saved")


# A brief diary


def test_a_brief_diary_asks_once_for_the_pain(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """All, part or none of each exercise, and one number; nothing before, nothing on the next morning."""
    opened = opener(two, asks="brief")
    expect(opened.page.get_by_role("group", name="How much pain do you have now?")).to_have_count(0)
    opened.key("I did it without the timer").click()
    expect(opened.page.locator(".choice.scale")).to_have_count(1)
    assert axe(opened.page) == []
    opened.page.get_by_role("group", name="Seated hip stretch").get_by_role("radio", name="Part").check()
    for why in opened.page.get_by_label("Why? You may leave this open.").all():
        expect(why).to_be_hidden()
    opened.page.get_by_role("group", name="Worst pain").get_by_role("radio", name="3").check()
    opened.page.get_by_label("A note for your physio").fill("Left is stiff")
    saved(opened)
    opened.at(TUESDAY)
    expect(opened.page.get_by_text("One question first")).to_have_count(0)
    found = read_diary(opened.exported(tmp_path))
    assert clean(found)
    first = answers(found)[0]
    assert [first[name] for name in ("status", "pain_worst", "note")] == ["partial", 3, "Left is stiff"]
    assert not {"pain_before", "pain_after", "pain_next_morning", "effort"} & first.keys()


def test_the_full_diary_is_the_clinicians_choice(opener: Opener, two: Plan) -> None:
    """Then pain is asked for before, during, after and on the next morning, and how hard it was."""
    opened = opener(two, asks="full")
    expect(opened.page.get_by_role("group", name="How much pain do you have now?")).to_be_visible()
    opened.key("I did it without the timer").click()
    expect(opened.page.locator(".choice.scale")).to_have_count(3)
    opened.page.locator(".card input[value=done]").first.check()
    finish(opened)
    opened.at(TUESDAY)
    expect(opened.page.get_by_text("How much pain did you have that morning?")).to_be_visible()


def test_the_diary_for_a_pen_is_for_paper(opener: Opener, two: Plan) -> None:
    """Where the page keeps a diary of its own, the boxes for a pen are in sight on paper alone."""
    opened = opener(two)
    opened.key("My plan").click()
    boxes = opened.page.locator("#plan .tick, #plan table")
    assert boxes.count() > 0
    expect(boxes.first).to_be_hidden()
    expect(opened.page.locator("#plan .exercise").first).to_be_visible()
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("#plan table").first).to_be_visible()
