"""The dials of the posing desk in a browser, on their own: what a person turns, and what Python would hear."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import atelier
from atelier.dials import _dial, _group
from atelier.joints import GROUPS
from kit.files import read_text

ROOM = Path(atelier.__file__).parent
# What the notebook gives a widget: values that can be set, and a word when they change.
_MODEL = """const said = {};
window.model = {
  values: %s,
  get(name) { return this.values[name]; },
  set(name, value) { this.values[name] = value; said["change:" + name]?.(); },
  save_changes() {},
  on(event, hear) { said[event] = hear; },
};"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    groups = [_group(title, [_dial(*one, 0.0) for one in names.items()]) for title, names in GROUPS.items()]
    values = {dial["name"]: 0.0 for group in groups for dial in group["dials"]}
    page = chromium.new_page()
    script = read_text(ROOM / "dials.js").replace("export default", "const desk =")
    model = _MODEL % json.dumps({"groups": groups, "values": values})
    page.set_content(
        f"<main class='atelier-desk'></main><script>{script}{model}"
        "desk.render({ model, el: document.querySelector('main') });</script>"
    )
    for side in ("Right", "Left"):
        page.get_by_text(f"{side} leg").click()
    yield page
    page.close()


def turned(page: Page, label: str, value: str) -> dict[str, float]:
    """What is no longer 0 after the first dial of that name was set."""
    field = page.get_by_label(f"{label}, as a number").first
    field.fill(value)
    field.press("Enter")
    values: dict[str, float] = page.evaluate("model.values.values")
    return {name: one for name, one in values.items() if one}


def test_a_dial_turns_its_own_side_and_both_where_they_are_alike(page: Page) -> None:
    assert turned(page, "Knee flexion", "40") == {"knee.R.flex": 40}
    page.get_by_label("Turn left and right alike").check()
    assert turned(page, "Knee flexion", "60") == {"knee.R.flex": 60, "knee.L.flex": 60}
    other = page.get_by_label("Knee flexion, as a number").last
    assert other.input_value() == "60"


def test_what_has_no_other_side_turns_alone(page: Page) -> None:
    page.get_by_label("Turn left and right alike").check()
    page.get_by_text("Trunk and head").click()
    assert turned(page, "Neck flexion (− extension)", "10") == {"neck.flex": 10}
