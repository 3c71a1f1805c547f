"""The page in a real browser, from a file, with the network off: read, play, write down, take home."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from kit.adherence.measure import measure
from kit.cli.app import app
from kit.diary.columns import ANSWERS
from kit.diary.read import read_diary
from kit.diary.template import diary_csv
from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.document import write_plan
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.timing.session import session
from kit.words.catalogue import Catalogue
from tests.adherence.conftest import exactly
from tests.browser.sessions import CLINIC, MONDAY, PANEL, Opened, Opener, answers, axe, clean, finish, opener, two
from tests.handouts.pages import session_html

__all__ = ["opener", "two"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)


# Reading


def test_without_a_script_the_whole_session_stands_there(
    chromium: Browser, two: Plan, library: Library, tmp_path: Path
) -> None:
    """Previews that run no script show exercises, pictures, steps, doses, safety and contact, and fit the screen."""
    path = tmp_path / "session.html"
    path.write_text(session_html(two, library, CLINIC, pictures=lambda i: [(PANEL, f"Start of {i}")]), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    context.set_offline(True)
    page = context.new_page()
    page.goto(path.as_uri())
    for said in ("Seated hip stretch", "Do it 2 times on each side.", "Call 999 now if:", "You should feel a light pull.",
                 "At 3 or more, ease off", "Just go on with the next one.", "01234 567", "To make it easier", "Your diary"):  # fmt: skip
        expect(page.get_by_text(said).first).to_be_visible()
    expect(page.get_by_role("img", name="Start of i1")).to_be_visible()
    expect(page.locator("article.exercise ol > li")).not_to_have_count(0)
    expect(page.locator("#app")).to_be_hidden()
    context.close()


def test_print_is_the_plan_alone(opener: Opener, two: Plan) -> None:
    """On paper the static content stands, black on white, whatever the screen shows and likes."""
    opened = opener(two, color_scheme="dark")
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("#plan")).to_be_visible()
    expect(opened.page.locator("#app")).to_be_hidden()
    expect(opened.page.locator(".paper table").first).to_be_visible()
    colours = opened.page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; }"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


# Whose diary


def test_another_plan_of_the_same_label_does_not_see_the_diary(
    opener: Opener, two: Plan, library: Library, tmp_path: Path
) -> None:
    """On one device, at one address: neither another patient's plan nor other content of a draft finds the diary."""
    opened = opener(two)
    opened.play()
    opened.run(session(two, library, two.start).total_s + 0.2)
    finish(opened)
    drafts = {"issued": None, "seal": None, "snapshot": None}
    other = two.model_copy(update={**drafts, "code": new_code(Random(5)), "patient_code": new_code(Random(6))})
    pages = {
        "another plan": finalised(resolve(other, library), "A. Physio", two.start),
        "a draft of it": two.model_copy(update=drafts),
        "the next version": finalised(
            resolve(two.new_version(two.start, "wrong dose"), library), "A. Physio", two.start
        ),
    }
    own = opened.path.read_text(encoding="utf-8")
    for plan in pages.values():
        opened.path.write_text(session_html(plan, library, CLINIC), encoding="utf-8")
        opened.at(MONDAY)
        opened.key("My diary").click()
        expect(opened.page.locator(".entries")).to_have_count(0)
    opened.path.write_text(own, encoding="utf-8")
    opened.at(MONDAY)
    opened.key("My diary").click()
    expect(opened.page.locator(".entries > li")).to_have_count(1)
    assert len(answers(read_diary(opened.exported(tmp_path)))) == 3


# Playing


def test_from_start_to_a_diary_that_the_kit_reads(opener: Opener, two: Plan, library: Library, tmp_path: Path) -> None:
    """Played to its end and written down, a session comes back whole; every 0 is there; adherence counts it."""
    opened = opener(two)
    opened.rate("How much pain do you have now?", "0")
    opened.play()
    expect(opened.page.locator(".stage-what")).to_have_text("Get ready")
    opened.run(session(two, library, two.start).total_s + 0.2)
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("Well done")
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="No").check()
    opened.page.get_by_label("A note for your physio").fill("  =1+1, \u202e“ok”\nnext line ")
    finish(opened)
    path = opened.exported(tmp_path)
    diary = read_diary(path)
    assert clean(diary)
    assert len(diary.rows) == 14 * 2 + 4
    done = answers(diary)
    assert [(r["item_id"], r["side"], r["status"]) for r in done] == [
        ("i1", "right", "done"),
        ("i1", "left", "done"),
        ("i2", "both", "done"),
    ]
    head = done[0]
    assert [head[n] for n in ("sets_done", "reps_done", "reps_last_set", "hold_done_s")] == [2, 2, 2, 10]
    assert [head[n] for n in ("pain_before", "pain_worst", "pain_after", "effort")] == [0, 0, 0, 0]
    assert head["note"] == "=1+1, “ok” next line"
    assert head["help_sign"] == "no"
    assert head["started_at"] == MONDAY
    assert dt.datetime.fromisoformat(head["logged_at"]) > dt.datetime.fromisoformat(MONDAY)
    assert done[2]["load_kg"] == 2.5
    assert "pain_before" not in done[1]
    counts = measure([two], diary.rows, dt.date(2026, 6, 1)).pooled
    assert (counts.expected, counts.done) == exactly(1, 1)


def test_the_command_counts_what_the_page_wrote(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """`kit adherence` takes the page's file without a word of complaint."""
    from typer.testing import CliRunner

    opened = opener(two)
    opened.key("I did it without the timer").click()
    for all_of_it in opened.page.locator(".card input[value=done]").all():
        all_of_it.check()
    finish(opened)
    log = opened.exported(tmp_path)
    write_plan(two, tmp_path / "plan.json")
    told = CliRunner().invoke(
        app, ["adherence", str(tmp_path / "plan.json"), "--log", str(log), "--as-of", "2026-06-02", "--json"]
    )
    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["pooled"]["done"] == 1


def test_an_untouched_diary_is_the_blank_one(
    opener: Opener, two: Plan, library: Library, words: Catalogue, tmp_path: Path
) -> None:
    """Before anything is written down, the export has the bytes of the diary that goes home."""
    assert opener(two).exported(tmp_path).read_bytes() == diary_csv(resolve(two, library), words)


def test_pause_next_back_and_the_keyboard(opener: Opener, two: Plan) -> None:
    """The countdown stands still while paused; next and back move by steps; space and arrows do the same."""
    opened = opener(two)
    opened.play()
    what, number = opened.page.locator(".stage-what"), opened.page.locator(".stage-number")
    opened.run(4)
    opened.page.keyboard.press(" ")
    shown = number.inner_text()
    expect(opened.key("I am ready")).to_be_visible()
    opened.run(5)
    assert number.inner_text() == shown == "11"
    opened.page.keyboard.press(" ")
    opened.run(1)
    expect(number).to_have_text("10")
    opened.key("Next step").click()
    expect(what).to_have_text("Hold")
    expect(opened.page.locator(".stage-side")).to_have_text("Your right side")
    expect(opened.page.locator(".stage-counts")).to_have_text("Set 1 of 2 · Repeat 1 of 2")
    opened.page.locator(".stage-name").focus()
    opened.page.keyboard.press("ArrowLeft")
    expect(what).to_have_text("Get ready")
    opened.page.keyboard.press("ArrowRight")
    expect(what).to_have_text("Hold")
    opened.run(10 + 6 + 10 + 0.1)
    expect(what).to_have_text("Change sides")
    expect(opened.page.locator(".stage-side")).to_have_text("Now your left side")
    opened.run(5)
    expect(opened.page.locator(".stage-side")).to_have_text("Your left side")


def test_the_next_exercise_by_key_and_keyboard(opener: Opener, two: Plan) -> None:
    """Besides the next step there is the next exercise, named so; at the last one there is none, and the keyboard goes
    on from its name."""
    opened = opener(two)
    opened.play()
    name, onward = opened.page.locator(".stage-name"), opened.key("Next exercise")
    first = name.inner_text()
    expect(onward).to_be_visible()
    opened.key("Next step").click()
    expect(name).to_have_text(first)
    onward.press("Enter")
    expect(name).not_to_have_text(first)
    expect(opened.page.locator(".stage-what")).to_have_text("Get ready")
    expect(onward).to_be_hidden()
    expect(name).to_be_focused()
    opened.page.keyboard.press("Shift+ArrowRight")
    expect(opened.page.locator(".stage-what")).to_have_text("Get ready")
    opened.key("Back").click()
    expect(name).to_have_text(first)
    expect(onward).to_be_visible()
    name.focus()
    opened.page.keyboard.press("Shift+ArrowRight")
    expect(name).not_to_have_text(first)


def test_each_side_has_its_own_words_and_pictures(opener: Opener, two: Plan) -> None:
    """While the other side is at work, steps and pictures show that side; between sets the first one is back."""
    opened = opener(two)
    opened.play()
    steps, panels = opened.page.locator(".stage-how li"), opened.page.locator(".stage-figure figure")
    expect(steps.filter(has_text="Bend your right knee.")).to_have_count(1)
    expect(opened.page.get_by_role("img", name="Start of i1")).to_be_visible()
    expect(panels.first).not_to_have_class("mirrored")
    opened.run(15 + 10 + 6 + 10 + 0.1)
    expect(steps.filter(has_text="Bend your left knee.")).to_have_count(1)
    expect(panels).to_have_count(2)
    expect(panels.first).to_have_class("mirrored")
    expect(opened.page.get_by_role("img", name="Start of i1")).to_have_count(0)
    opened.run(5 + 10 + 6 + 10)
    expect(opened.page.locator(".stage-what")).to_have_text("Rest")
    expect(panels.first).not_to_have_class("mirrored")


def test_skipping_and_ending_early_are_told_as_they_were(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """What ran is counted and what did not is not; the reason of a skip stands in its row."""
    opened = opener(two)
    opened.play()
    opened.run(15 + 10 + 6 + 4)  # one repetition, its rest, and four seconds of the next one
    opened.key("Skip this exercise").click()
    opened.page.get_by_role("dialog").get_by_role("radio", name="It hurt").check()
    opened.page.get_by_role("dialog").get_by_role("button", name="Skip this exercise").click()
    expect(opened.page.locator(".stage-name")).not_to_have_text("Seated hip stretch")
    opened.key("End the session").click()
    opened.key("End it now").click()
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("You stopped early")
    finish(opened, "4", "3", "2")
    diary = read_diary(opened.exported(tmp_path))
    assert clean(diary)
    right, left, press = answers(diary)
    assert [right[n] for n in ("status", "sets_done", "reps_done", "hold_done_s", "reason")] == [
        "partial",
        1,
        1,
        10,
        "It hurt",
    ]
    assert (left["status"], press["status"]) == ("not_done", "not_done")
    assert [right[n] for n in ("pain_worst", "pain_after", "effort")] == [4, 3, 2]
    assert "pain_before" not in right
    assert "load_kg" not in press


def test_a_screen_reader_hears_each_step_once(opener: Opener, two: Plan, library: Library) -> None:
    """The live region changes once a step, not once a second, and never back to what it said."""
    opened = opener(two)
    opened.play()
    opened.page.evaluate("""() => {
        const live = document.querySelector('.stage [role=status]');
        window.heard = [live.textContent];
        new MutationObserver(() => window.heard.push(live.textContent)).observe(live, { childList: true });
    }""")
    steps = session(two, library, two.start).steps
    opened.run(steps[-1].start_s + 0.5)
    heard = opened.page.evaluate("window.heard")
    assert len(heard) == len(steps)
    assert heard[0] == "Seated hip stretch. Get ready. Start with your right side. 15 seconds"
    assert heard[1] == "Hold. Your right side. Set 1 of 2 · Repeat 1 of 2. 10 seconds"


def test_beeps_count_down_and_can_be_turned_off(opener: Opener, two: Plan) -> None:
    """3, 2, 1 and the end sound at their second on the sound's own clock; turned off, nothing sounds."""
    script = """
        window.tones = [];
        const began = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.tones.push(this.frequency.value); return began.call(this, at); };
    """
    opened = opener(two, script=script)
    opened.play()
    opened.run(11)
    assert opened.page.evaluate("window.tones") == []
    opened.run(4.2)
    assert opened.page.evaluate("window.tones") == [660, 660, 660, 880]
    opened.key("Beeps off").click()
    opened.run(9.5)
    assert len(opened.page.evaluate("window.tones")) == 4


def test_the_screen_stays_on_while_it_plays(opener: Opener, two: Plan) -> None:
    """The lock on the screen is asked for when playing starts and let go when it pauses or ends."""
    script = """
        window.locks = [];
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
            window.locks.push('kept');
            return { addEventListener() {}, release: async () => { window.locks.push('let go'); } };
        } } });
    """
    opened = opener(two, script=script)
    opened.play()
    opened.run(1)
    assert opened.page.evaluate("window.locks") == ["kept"]
    opened.key("Pause").click()
    assert opened.page.evaluate("window.locks") == ["kept", "let go"]
    opened.key("I am ready").click()
    opened.key("End the session").click()
    opened.key("End it now").click()
    assert opened.page.evaluate("window.locks") == ["kept", "let go"] * 2


def test_a_hidden_page_waits(opener: Opener, two: Plan) -> None:
    """When nobody can see the steps the session stands still, and says so."""
    opened = opener(two)
    opened.play()
    opened.run(3)
    opened.page.evaluate("""() => {
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")
    expect(opened.page.locator(".stage [role=status]")).to_have_text("Paused")
    opened.run(8)
    expect(opened.page.locator(".stage-number")).to_have_text("12")


def test_it_waits_before_each_exercise(opener: Opener, two: Plan) -> None:
    """Without being asked to, every exercise waits until the patient is ready; then it takes the time to get in place."""
    opened = opener(two)
    expect(opened.page.get_by_role("switch", name="Wait for me before each exercise")).to_be_checked()
    opened.key("Start").click()
    opened.run(30)
    expect(opened.page.locator(".stage-what")).to_have_text("Get ready")
    waits = opened.page.get_by_text("Tap when you are ready. Then you have 15 seconds to get in place.")
    expect(waits).to_be_visible()
    opened.key("I am ready").click()
    expect(waits).to_be_hidden()
    opened.run(14.8)
    expect(opened.page.locator(".stage-what")).to_have_text("Get ready")
    opened.run(0.4)
    expect(opened.page.locator(".stage-what")).to_have_text("Hold")


def test_real_seconds(opener: Opener, two: Plan, library: Library) -> None:
    """Against the browser's own clock the second step starts 15 s after the first, within 150 ms, through a hang."""
    opened = opener(two)
    opened.page.get_by_role("switch", name="Wait for me before each exercise").uncheck()
    opened.page.clock.resume()
    opened.page.evaluate("""() => {
        window.turns = [];
        new MutationObserver(() => window.turns.push(performance.now())).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-kind'] });
    }""")
    opened.page.evaluate("""() => {
        [...document.querySelectorAll('button')].find((b) => b.textContent === 'Start').click();
        window.began = performance.now();
        setTimeout(() => { const t = performance.now(); while (performance.now() - t < 700); }, 4000);
    }""")
    expect(opened.page.locator(".stage-what")).to_have_text("Hold", timeout=17_000)
    took = opened.page.evaluate("window.turns.at(-1) - window.began")
    assert abs(took - 15_000) < 150, took


def test_a_draft_says_so_on_every_screen(opener: Opener, four: Plan, two: Plan) -> None:
    """A plan that nobody issued cannot pass for one that somebody did, while it plays too."""
    opened = opener(four)
    banner = opened.page.locator("#app .draft")
    expect(banner).to_be_visible()
    opened.play()
    expect(banner).to_be_visible()
    expect(opener(two).page.locator(".draft")).to_have_count(0)


# Days


def test_what_is_due_today(opener: Opener, two: Plan) -> None:
    """Monday asks for both exercises, Tuesday for the daily one alone; a paused day and days outside say what they are."""
    opened = opener(two)
    expect(opened.page.locator(".ticks li")).to_have_count(2)
    opened.at("2026-06-02T09:00:00+01:00")
    expect(opened.page.locator(".ticks li")).to_have_count(1)
    expect(
        opened.page.get_by_text("You have no entry for Monday 1 June. Just go on with the next one.")
    ).to_be_visible()
    opened.at("2026-05-31T09:00:00+01:00")
    expect(opened.page.get_by_text("Your plan starts on Monday 1 June.")).to_be_visible()
    opened.at("2026-06-20T09:00:00+01:00")
    expect(opened.page.get_by_text("Your plan ended on Sunday 14 June.")).to_be_visible()
    opened.key("Do the exercises all the same").click()
    expect(opened.key("Start")).to_be_enabled()


def test_times_a_day_and_days_of_free_choice(opener: Opener, library: Library, tmp_path: Path) -> None:
    """What is of choice is ticked on its proposed day and offered on others, done alone it is a session of its own.

    Nothing clashes, and adherence agrees: the second time on Monday stands for no other day, that of Thursday does.
    """
    plan = Plan.begin("P-002", start=dt.date(2026, 6, 1), review_on=dt.date(2026, 6, 15))
    plan = plan.add(library["ankle_pumps"], schedule=Schedule(weekdays=("mon", "tue"), times_a_day=2))
    plan = finalised(
        resolve(plan.add(library["bridge"], schedule=Schedule(days_a_week=3)), library), "A. Physio", plan.start
    )
    opened = opener(plan)
    expect(opened.page.get_by_text("Session 1 of 2 today.")).to_be_visible()
    hip = opened.page.get_by_role("checkbox", name="Hip lift")
    expect(hip).to_be_checked()

    def by_hand(worst: str, *names: str) -> None:
        opened.key("Today").click()
        for name in ("Ankle pumps", "Hip lift"):
            box = opened.page.get_by_role("checkbox", name=name)
            if box.count():
                box.set_checked(name in names)
        opened.key("I did it without the timer").click()
        for all_of_it in opened.page.locator(".card input[value=done]").all():
            all_of_it.check()
        finish(opened, worst)

    by_hand("1", "Ankle pumps", "Hip lift")
    opened.key("Today").click()
    expect(opened.page.get_by_text("Session 2 of 2 today.")).to_be_visible()
    expect(opened.page.get_by_text("Done this week: 1 of 3.")).to_be_visible()
    expect(hip).not_to_be_checked()
    by_hand("2", "Hip lift")
    by_hand("3", "Ankle pumps")
    opened.key("Today").click()
    expect(opened.page.get_by_text("You have done all for today.")).to_be_visible()
    opened.at("2026-06-04T09:00:00+01:00")
    by_hand("4", "Hip lift")
    diary = read_diary(opened.exported(tmp_path))
    assert clean(diary), (diary.faults, diary.rejects)
    assert len(answers(diary)) == 5
    assert len(diary.rows) == 2 * (4 + 3) + 2
    result = measure([plan], diary.rows, dt.date(2026, 6, 8))
    assert (result.pooled.expected, result.pooled.done, result.pooled.over, result.pooled.extra) == exactly(6, 3, 1, 0)


def test_a_missed_day_can_be_told_later(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """A day without an entry may be written down afterwards, on its own day; it is told no second time."""
    opened = opener(two, "2026-06-02T09:00:00+01:00")
    opened.key("I did it").click()
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("Monday 1 June")
    for all_of_it in opened.page.locator(".card input[value=done]").all():
        all_of_it.check()
    finish(opened)
    opened.key("Today").click()
    expect(opened.page.get_by_text("You have no entry")).to_have_count(0)
    diary = read_diary(opened.exported(tmp_path))
    assert clean(diary)
    assert {(str(r["date"])[:10], r["status"]) for r in answers(diary)} == {("2026-06-01", "done")}


def test_a_page_left_open_shows_the_new_day(opener: Opener, two: Plan) -> None:
    """Whoever comes back to a page of yesterday sees today."""
    opened = opener(two)
    expect(opened.page.get_by_text("Monday 1 June")).to_be_visible()
    opened.page.clock.set_fixed_time("2026-06-02T09:00:00+01:00")
    opened.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(opened.page.get_by_text("Tuesday 2 June")).to_be_visible()


def test_a_day_that_cannot_be_is_an_answer_too(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """ "I cannot do it today" writes not done with its reason, for every exercise of the day."""
    opened = opener(two)
    opened.key("I cannot do it today").click()
    opened.page.get_by_role("dialog").get_by_role("radio", name="No time").check()
    opened.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    diary = read_diary(opened.exported(tmp_path))
    assert clean(diary)
    assert [r["status"] for r in answers(diary)] == ["not_done"] * 3
    assert answers(diary)[0]["reason"] == "No time"
    assert measure([two], diary.rows, dt.date(2026, 6, 1)).pooled.not_done == 1


def test_the_next_morning_is_asked_for(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """The next opening asks once for the pain of that morning; a 0 is written into the session's first row."""
    opened = opener(two)
    opened.play()
    opened.run(30)
    opened.key("End the session").click()
    opened.key("End it now").click()
    finish(opened)
    opened.at("2026-06-02T08:00:00+01:00")
    opened.rate("How much pain did you have that morning?", "0")
    opened.key("Save").click()
    expect(opened.page.get_by_text("One question first")).to_have_count(0)
    assert answers(read_diary(opened.exported(tmp_path)))[0]["pain_next_morning"] == 0


# Keeping


def test_a_reload_keeps_the_diary_and_the_session_that_was_begun(opener: Opener, two: Plan) -> None:
    """What was saved is there again; a session that was cut off goes on where it was."""
    opened = opener(two)
    opened.key("I cannot do it today").click()
    opened.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    opened.page.reload()
    opened.key("My diary").click()
    expect(opened.page.locator(".entries li")).to_have_count(1)
    opened.at("2026-06-02T08:00:00+01:00")
    opened.play()
    opened.run(16)
    opened.page.reload()
    opened.key("Go on where I was").click()
    expect(opened.page.locator(".stage-what")).to_have_text("Hold")
    opened.at("2026-06-03T08:00:00+01:00")
    expect(opened.page.get_by_text("You did not end your session on Tuesday 2 June.")).to_be_visible()
    opened.key("Say how it went").click()
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("You stopped early")
    finish(opened, "1")
    expect(opened.page.locator(".entries h3").first).to_have_text("Tuesday 2 June")


@pytest.mark.parametrize("script", [REFUSE, NO_STORAGE])
def test_a_browser_that_keeps_nothing_says_so(script: str, opener: Opener, two: Plan, tmp_path: Path) -> None:
    """Refused storage is told in plain words; the session and the export work all the same."""
    opened = opener(two, script=script)
    expect(opened.page.get_by_text("This browser does not keep your diary.")).to_be_visible()
    opened.key("I cannot do it today").click()
    opened.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(opened.page.get_by_text("This browser does not keep your diary.")).to_be_visible()
    assert len(answers(read_diary(opened.exported(tmp_path)))) == 3


def test_an_earlier_file_comes_back_and_deleting_is_for_good(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """Deleted means gone, after a question; an earlier export brings every row back, and nothing twice."""
    opened = opener(two)
    opened.play()
    opened.run(30)
    opened.key("End the session").click()
    opened.key("End it now").click()
    opened.page.get_by_label("A note for your physio").fill('\'=x, "quoted"')
    finish(opened, "10")
    path = opened.exported(tmp_path)
    before = path.read_bytes()
    opened.page.get_by_text("More", exact=True).click()
    opened.key("Delete my diary on this device").click()
    opened.page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    expect(opened.page.get_by_text("Nothing yet.")).to_be_visible()
    assert opened.page.evaluate("localStorage.length") == 0
    for told in ("Lines taken in: 3.", "Lines that were here and stay: 3."):
        opened.page.get_by_text("More", exact=True).click()
        opened.page.get_by_label("Take in a diary file").set_input_files(path)
        expect(opened.page.get_by_text(told)).to_be_visible()
    assert opened.exported(tmp_path).read_bytes() == before


def test_signs_of_the_paper_come_back_as_words(
    opener: Opener, two: Plan, library: Library, words: Catalogue, tmp_path: Path
) -> None:
    """A tick, a P and a cross in a diary file are what they are on paper; another sign is refused."""
    lines = diary_csv(resolve(two, library), words).decode("utf-8-sig").splitlines()
    empty = "," * len(ANSWERS)
    signed = [line.removesuffix(empty) + "," + sign + empty[1:] for line, sign in zip(lines[1:5], "✓Px1", strict=True)]
    path = tmp_path / "signed.csv"
    path.write_text("\r\n".join([lines[0], *signed]), encoding="utf-8-sig", newline="")
    opened = opener(two)
    opened.key("My diary").click()
    opened.page.get_by_text("More", exact=True).click()
    opened.page.get_by_label("Take in a diary file").set_input_files(path)
    expect(opened.page.get_by_text("Lines taken in: 3.")).to_be_visible()
    found = answers(read_diary(opened.exported(tmp_path), [two]))
    assert [row["status"] for row in found] == ["done", "partial", "not_done"]


def test_a_sign_of_danger_is_answered_at_once(opener: Opener, two: Plan, tmp_path: Path) -> None:
    """Whoever ticks a sign is told what to do in the same moment, and the sign is in the diary."""
    opened = opener(two)
    opened.key("I did it without the timer").click()
    opened.page.locator(".card input[value=done]").first.check()
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="Yes").check()
    opened.page.get_by_label("You faint.").check()
    expect(opened.page.get_by_role("alert").filter(has_text="Call 999 now")).to_be_visible()
    finish(opened)
    assert answers(read_diary(opened.exported(tmp_path)))[0]["help_sign"] == "yes: You faint."


HOSTILE = [
    "</script><script>document.title='fired'</script>",
    "<img src=x onerror=\"document.title='fired'\">",
    "]]>",
    "@SUM(A1)",
    "\t-1",
    'a,b;"c"',
    "'quoted",
    "膝 😀",
]


def test_hostile_notes_are_text(opener: Opener, four: Plan, tmp_path: Path) -> None:
    """A note comes back as it was typed, a formula in the file is text, and nothing of it runs."""
    draft = four.describe(title="</title><script>document.title='fired'</script>").adjust("i1", note=HOSTILE[1])
    opened = opener(draft)
    for number, note in enumerate(HOSTILE):
        opened.key("Today").click()
        if number:  # all that was due is done: the rest are sessions beyond it
            opened.key("Do the exercises all the same").click()
        opened.key("I did it without the timer").click()
        opened.page.locator(".card input[value=done]").first.check()
        opened.page.get_by_label("A note for your physio").fill(note)
        finish(opened)
    assert opened.page.title() == "</title><script>document.title='fired'</script>"
    assert opened.page.locator("img, script:not([type])").count() == 0
    path = opened.exported(tmp_path)
    diary = read_diary(path)
    assert clean(diary)
    assert {r["note"] for r in answers(diary) if "note" in r} == {note.strip() for note in HOSTILE}
    cells = [row["note"] for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, opener: Opener, two: Plan) -> None:
    """No violation of WCAG 2.2 AA on the plan, start, player, dialogue, last and diary screens, light and dark.

    On a screen so high that the key at its foot stands over nothing: what is scrolled half below it has no size of its
    own there.
    """
    opened = opener(two, color_scheme=scheme, viewport={"width": 360, "height": 3000})

    def look() -> None:
        assert axe(opened.page) == []

    look()
    opened.key("My plan").click()
    look()
    opened.key("Today").click()
    opened.play()
    look()
    opened.key("Pause").click()
    opened.key("When to get help").click()
    look()
    opened.key("Close").click()
    opened.key("End the session").click()
    opened.key("End it now").click()
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="Yes").check()
    opened.page.get_by_label("You faint.").check()
    look()
    opened.key("Save in my diary").click()
    opened.page.get_by_text("More", exact=True).click()
    look()


def test_nothing_moves_for_whoever_wants_it_calm(opener: Opener, two: Plan) -> None:
    """With reduced motion there is no animation, and the ring moves with the seconds alone."""
    opened = opener(two, reduced_motion="reduce")
    opened.play()
    seen = set()
    for _ in range(20):
        opened.run(0.1)
        seen.add(opened.page.locator(".arc").evaluate("e => e.style.strokeDashoffset"))
    assert len(seen) <= 3
    assert opened.page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize(("width", "size"), [(320, 100), (360, 100), (768, 100), (1280, 200), (360, 200)])
def test_nothing_is_cut_off_and_keys_are_large(width: int, size: int, opener: Opener, two: Plan) -> None:
    """No screen scrolls sideways, at 200 % text too; whatever is pressed is 48 px high and 44 px wide at least."""
    opened = opener(two, viewport={"width": width, "height": 740})
    enlarge(opened, size)

    def look() -> None:
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        sizes = opened.page.evaluate(
            "() => [...document.querySelectorAll('#app :is(button, .pick, .tick-row, .switch, summary, .call, select, textarea), dialog button')]"
            ".filter((e) => e.offsetParent).map((e) => [e.offsetHeight, e.offsetWidth])"
        )
        assert min(height for height, _ in sizes) >= 48
        assert min(width for _, width in sizes) >= 44

    look()
    opened.play()
    look()
    opened.key("When to get help").click()
    look()
    opened.key("Close").click()
    opened.key("End the session").click()
    opened.key("End it now").click()
    opened.page.get_by_role("group", name="Did something").get_by_role("radio", name="Yes").check()
    opened.page.get_by_label("You faint.").check()
    look()
    opened.key("Save in my diary").click()
    opened.page.get_by_text("More", exact=True).click()
    look()
    opened.key("Today").click()
    look()


def test_at_double_text_the_clock_is_in_sight(opener: Opener, two: Plan) -> None:
    """On a small phone nothing covers the seconds, the deed, the side or the keys, without any scrolling."""
    opened = opener(two)
    enlarge(opened, 200)
    opened.key("Start").click()
    opened.key("I am ready").click()
    for _ in range(2):
        opened.run(15.1)
        opened.page.evaluate("scrollTo(0, 0)")
        for part in (".stage-number", ".stage-what", ".stage-side", ".stage-keys .main", ".stage-keys .next"):
            is_seen = opened.page.locator(part).evaluate("""(node) => {
                const { left, right, top, bottom } = node.getBoundingClientRect();
                const points = [[(left + right) / 2, (top + bottom) / 2], [left + 9, bottom - 9]];
                return points.every(([x, y]) => { const hit = document.elementFromPoint(x, y); return node.contains(hit) || node.parentElement.contains(hit); });
            }""")
            assert is_seen, part


def enlarge(opened: Opened, size: int) -> None:
    """Text of so many per cent of its usual size."""
    opened.page.evaluate("p => { document.documentElement.style.fontSize = `${112.5 * p / 100}%`; }", size)


# The player on its own

PLAYER = Path(__file__).parents[2] / "js" / "session" / "player.js"
WALK = """
async ([source, steps, readings]) => {
    const { Player } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    const player = new Player(steps), seen = [];
    for (const [act, now] of readings) {
        const told = act === 'tick' ? player.tick(now) : player[act](now);
        seen.push([player.index, player.at_s(now), player.running, told?.entered ?? [], told?.slept ?? false]);
    }
    return { seen, spent: player.spent_s };
}
"""


@pytest.fixture
def walk(chromium: Browser) -> Iterator[Callable[..., Any]]:
    context = chromium.new_context()
    page = context.new_page()
    source = PLAYER.read_text(encoding="utf-8")
    yield lambda steps, readings: page.evaluate(WALK, [source, steps, readings])
    context.close()


def steps_of(plan: Plan, library: Library) -> list[dict[str, Any]]:
    return [step.as_dict() for step in session(plan, library).steps]


def test_ten_minutes_do_not_drift(walk: Callable[..., Any], four: Plan, library: Library) -> None:
    """After ten minutes of uneven ticks the session is where the clock is, to the millisecond, at every tick."""
    steps, began = steps_of(four, library), 123_456.789
    readings: list[tuple[str, float]] = [("play", began)]
    now = began
    for n in range(11_000):
        now += (16, 50, 97, 3, 250, 700, 41)[n % 7] * 0.43
        readings.append(("tick", now))
    seen = walk(steps, readings)["seen"]
    assert now - began > 600_000
    for (_, reading), (index, at, _, _, _) in zip(readings[1:], seen[1:], strict=True):
        true_s = min((reading - began) / 1000, steps[-1]["end_s"])
        assert abs(at - true_s) < 0.001
        naive = next((i for i, step in enumerate(steps) if true_s < step["end_s"]), len(steps))
        assert index == naive or abs(true_s - steps[min(naive, len(steps) - 1)]["start_s"]) < 1e-6
    entered = [i for row in seen for i in row[3]]
    assert entered == list(range(1, len(steps)))


def test_pauses_take_no_time_and_every_step_counts_once(walk: Callable[..., Any], four: Plan, library: Library) -> None:
    """However often it is paused, the session is as long as its steps; each step has run for its full length."""
    steps, readings, now = steps_of(four, library), [], 0.0
    while now < 3_000_000:
        readings += [["play", now], *(["tick", now + 500 * k] for k in range(1, 9)), ["pause", now + 4_200]]
        now += 14_200
    told = walk(steps, readings)
    ended = next(n for n, row in enumerate(told["seen"]) if row[0] == len(steps))
    played = sum(4.2 for act, _ in readings[: ended + 1] if act == "pause")
    assert abs(played - steps[-1]["end_s"]) <= 4.2
    assert told["spent"] == pytest.approx([step["end_s"] - step["start_s"] for step in steps], abs=0.01)


def test_a_clock_that_slept_pauses(walk: Callable[..., Any], four: Plan, library: Library) -> None:
    """A leap of more than ten seconds is a machine that slept: the session waits where it was seen last."""
    told = walk(
        steps_of(four, library), [["play", 0], ["tick", 3_000], ["tick", 13_001], ["play", 20_000], ["tick", 21_000]]
    )
    assert [row[1] for row in told["seen"]] == [0, 3, 3, 3, 4]
    assert told["seen"][2][4] is True
    assert told["seen"][2][2] is False


def test_jumps_land_on_the_starts_of_steps(walk: Callable[..., Any], four: Plan, library: Library) -> None:
    """Next and back go to the start of a step, back within it first; skip goes to the next exercise, and past the last ends."""
    steps = steps_of(four, library)
    told = walk(steps, [["play", 0], ["next", 1000], ["back", 1500], ["next", 2000], ["tick", 7000], ["back", 7000],
                        ["skip", 7100], ["skip", 7200], ["skip", 7300], ["skip", 7400]])  # fmt: skip
    firsts = [next(i for i, s in enumerate(steps) if s["item"] == f"i{n}") for n in (2, 3, 4)]
    assert [row[0] for row in told["seen"]] == [0, 1, 0, 1, 1, 1, *firsts, len(steps)]
    assert [row[1] for row in told["seen"]][5:9] == [15, *(steps[i]["start_s"] for i in firsts)]
    assert told["spent"][1] == pytest.approx(5)
    assert told["seen"][-1][2] is False
