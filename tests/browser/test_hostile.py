"""Text that is out to break the page, in every field of the planner; and no word of the machine in any state of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import about, open_row
from tests.browser.pages import READY_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# Markup that would run, both quotes, a right-to-left override with its end, letters beyond the first plane.
NASTY = (
    "<script>document.title='fired'</script><img src=x onerror=\"document.title='fired'\"> \u202eabc\u202c 膝 😀 &lt;"
)
LONG = "long " * 1000
# What only a machine says. "None of these is present" and "None known" are sentences.
MACHINE = re.compile(
    r"\w*(?:Error|Exception)\b|Traceback|\[object \w+\]|\b(?:undefined|NaN|null|nan|True|False)\b"
    r"|\bNone\b(?! of| known)|\b[a-z]+_[a-z_]+\b|\binput should be\b|\bpydantic\b"
)
# All that somebody reads or hears of the page as it stands.
SAID = """(root) => [root.innerText, ...[...root.querySelectorAll("*")].filter((e) => e.checkVisibility())
  .flatMap((e) => [...["aria-label", "title", "placeholder", "alt", "aria-valuetext"].map((a) => e.getAttribute(a)),
    e instanceof HTMLSelectElement ? e.textContent : null])].filter(Boolean).join("\\n")"""
TEXTS = "input[type=text], input:not([type]), textarea"
# A form with a button of its own keeps nothing before it is pressed.
OF_A_FORM = "form *, [role=combobox], [type=search], .hs-issued-by *, .hs-cell, .hs-bulk *"
# These take a whole answer, at Enter; the plan is found again by its id.
ASKS = ("Plan id", "Another thing at home", "Another thing that is not there")


def machine_words(page: Page) -> list[str]:
    """The words of a machine that stand anywhere on the page, beside what was typed."""
    said = page.locator(".hs").evaluate(SAID)
    for typed in (NASTY, NASTY.strip(), LONG.strip()):
        said = said.replace(typed, "")
    return sorted({found.group() for found in MACHINE.finditer(said)})


def own_fields(place: Locator) -> list[Locator]:
    """The fields for text that keep what is typed into them by themselves."""
    fields = place.locator(TEXTS).locator("visible=true").all()
    return [one for one in fields if one.is_editable() and not one.evaluate(f"e => e.matches('{OF_A_FORM}')")]


def saved(page: Page) -> None:
    expect(page.locator(".hs-saved")).to_have_text("Saved")


def typed(page: Page, field: Locator, text: str) -> tuple[str, bool]:
    """What stands in the field once it is left and all is saved, and whether a refusal stands at it."""
    field.fill(text)
    field.blur()
    saved(page)
    told = field.get_attribute("aria-describedby") if field.get_attribute("aria-invalid") else None
    if told:
        expect(page.locator(f"#{told}")).to_have_text(re.compile("^Not taken. "))
    else:
        expect(field).not_to_have_value(re.compile("\u202e"))  # what turns a line around is held by no plan
    return field.input_value(), bool(told)


def named(field: Locator) -> str:
    said: str = field.evaluate("e => e.getAttribute('aria-label') ?? e.labels[0].innerText")
    return said


def panels(page: Page) -> dict[str, Locator]:
    """Each part of the planner with fields, as it opens from the plan."""
    return {"About this plan": page.locator(".hs-aside"), "Patient and conditions": page.locator(".hs-aside"),
            "Review:": page.locator(".hs-aside"), "": page.locator(".hs-item").first}  # fmt: skip


def unfold(page: Page, button: str, place: Locator) -> None:
    if not button:
        open_row(page, page.locator(".hs-item h3").first.inner_text())
        return
    page.get_by_role("button", name=button).first.click()
    place.locator("details").evaluate_all("all => { for (const one of all) one.open = true; }")


def test_hostile_text_in_every_field(started: Page) -> None:
    """A field shows what the plan holds, also after the page is loaded again, or a refusal stands at it; nothing runs,
    and nobody reads a word of the machine."""
    assert machine_words(started) == []
    held: dict[tuple[str, str], str] = {}
    refusals = 0
    for button, place in panels(started).items():
        unfold(started, button, place)
        assert machine_words(started) == [], button
        for field in own_fields(place):
            name = named(field)
            if name in ASKS:
                continue
            long, refused = typed(started, field, LONG)
            refusals += refused
            assert refused or len(long) < len(LONG) / 2, name
            shown, refused = typed(started, field, f"{len(held)} {NASTY}")
            if not refused:
                held[button, name] = shown
        assert machine_words(started) == [], button
    assert len(held) >= 8
    assert refusals >= 5
    assert started.title() != "fired"
    assert started.locator(".hs img[src=x]").count() == 0
    started.reload()
    started.get_by_role("button", name="Go on with").click(timeout=READY_MS)
    for button, place in panels(started).items():
        unfold(started, button, place)
        now = {(button, named(field)): field.input_value() for field in own_fields(place)}
        assert now == {**now, **{key: value for key, value in held.items() if key[0] == button}}


def test_no_word_of_the_machine(started: Page) -> None:
    """In every state: an exercise in full, rows selected, a refused number, the week, the key map, the way to paper, a
    plan for another patient, and what the forms refuse."""
    assert machine_words(started) == []
    search = started.get_by_label("Search", exact=True)
    search.fill(NASTY)
    expect(started.get_by_text("Nothing found.")).to_be_visible()
    assert machine_words(started) == []
    search.fill("")
    started.get_by_role("button", name="Bridge, show in full", exact=True).click()
    expect(started.get_by_role("button", name="Add to the plan: Bridge")).to_be_visible()
    assert machine_words(started) == []
    started.locator(".hs-item-line > input[type=checkbox]").first.click()
    bar = started.get_by_role("group", name="All selected exercises")
    for label in ("Sets", "Times", "Hold", "Rest"):
        bar.get_by_label(f"{label}, all selected").fill("99999")
        bar.get_by_label(f"{label}, all selected").press("Enter")
        expect(bar.get_by_role("alert")).not_to_be_empty()
        assert machine_words(started) == [], label
    bar.get_by_role("button", name="Select none").click()
    started.get_by_role("button", name="Week", exact=True).click()
    assert machine_words(started) == []
    started.get_by_role("button", name="List", exact=True).click()
    started.get_by_role("button", name="Patient and conditions").click()
    for name in ("Another thing at home", "Another thing that is not there"):
        thing = started.get_by_label(name, exact=True)
        thing.fill(LONG)
        thing.press("Enter")
        expect(started.locator(".hs-aside p.hs-fault")).to_contain_text("Not taken. ")
        expect(thing).to_have_value(LONG)
        assert machine_words(started) == [], name
        thing.fill(name)
        thing.press("Enter")
        expect(thing).to_have_value("")
        expect(started.locator(".hs-aside p.hs-fault")).to_have_count(0)
    about(started)
    started.get_by_text("This plan for another patient").first.click()
    started.get_by_text("Keep as my template").first.click()
    for name in ("What you call it", "The other patient’s label"):
        for text in (LONG, " "):
            started.get_by_label(name).fill(text)
            started.get_by_label(name).press("Enter")
            expect(started.locator(".hs-again .hs-fault:not(:empty)").first).to_be_visible()
            assert machine_words(started) == [], name
    started.get_by_role("button", name="Issue and print", exact=True).click()
    started.get_by_role("button", name="None of these is present").click()
    started.get_by_label("Name of the clinician").fill(LONG)
    started.get_by_role("button", name="Issue and print now").click()
    expect(started.get_by_text("Not issued. Nothing is lost")).to_be_visible()
    assert machine_words(started) == []
