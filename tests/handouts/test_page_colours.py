"""The clinic's colour on the page: whatever it is, what stands in it and on it can be read."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import example, given
from hypothesis import strategies as st

from kit.clinic import Clinic
from kit.handouts.page.colours import dressed
from kit.handouts.page.page import _style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.typeset.contrast import READABLE, Rgb, contrast
from tests.handouts.pages import session_html


def rules(style: str) -> list[dict[str, Rgb]]:
    """The colours of each scheme: light, then dark, whatever overrides what."""
    found: list[dict[str, Rgb]] = [{}, {}]
    for media, body in re.findall(r"(@media[^{]*\{\s*)?:root \{([^}]*)\}", style):
        if "print" in media:
            continue
        own = {n: tuple(bytes.fromhex(v)) for n, v in re.findall(r"--([a-z-]+): #([0-9a-f]{6})", body)}
        for scheme in (1,) if "dark" in media else (0, 1):
            found[scheme].update(own)
    return found


@given(st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True))
@example("#000000")
@example("#FFFFFF")
@example("#FFFF00")
@example("#808080")
def test_any_colour_can_be_read(colour: str) -> None:
    """4.5 to 1 of the colour on every surface of the page and of what stands on it, by light and by dark."""
    for scheme in rules(dressed(_style(), colour)):
        accent, on_accent = scheme["accent"], scheme.get("on-accent", (255, 255, 255))
        for other in (scheme["ground"], scheme["paper"], scheme["tint"], on_accent):
            assert contrast(accent, other) >= READABLE, (colour, accent, other)
        for surface in ("tint", "good"):
            assert contrast(scheme["ink"], scheme[surface]) >= READABLE


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    """By light, where it is dark enough."""
    light, _ = rules(dressed(_style(), "#1A5276"))
    assert light["accent"] == (0x1A, 0x52, 0x76)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 the lightest grey that can be read on white."""
    white: Rgb = (255, 255, 255)
    assert contrast((0, 0, 0), white) == 21
    assert contrast(white, white) == 1
    assert contrast((0x76,) * 3, white) > READABLE > contrast((0x77,) * 3, white)


def test_the_page_wears_it_and_paper_does_not(four: Plan, library: Library) -> None:
    """Its own colour adds nothing; another stands in the one style, for screens alone."""
    plain = session_html(four, library, Clinic())
    assert plain == session_html(four, library, Clinic(colour="#17695D"))
    html = session_html(four, library, Clinic(colour="#1A5276"))
    assert "@media screen { :root { --accent: #1a5276;" in html


def test_the_ruler_of_pain_stands_in_each_box_that_has_one(library: Library) -> None:
    """Eleven scores, each in the class of what it asks for; a listener hears the lines instead."""
    page = session_html(Plan.begin("P-001", dt.date(2026, 6, 1)).add(library["chin_tuck"]), library, Clinic())
    (ruler,) = re.findall(r'<p class="ruler" aria-hidden="true">(.*?)</p>', page)
    cells = re.findall(r'<span class="(\w+)">(\d+)</span>', ruler)
    assert [int(score) for _, score in cells] == [*range(11)]
    assert [zone for zone, _ in cells] == sorted((zone for zone, _ in cells), key=["go", "less", "stop"].index)
