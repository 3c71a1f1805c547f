"""The planner tells that the clinic has to choose its time zone, when a calendar is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import Planner
from tests.ui.conftest import desk_on


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('locale = "en-US"', ["clinic.toml, time_zone"]),
        ('locale = "en-US"\ntime_zone = "floating"', []),
        ('locale = "en-US"\ntime_zone = "America/Denver"', []),
        ("", []),
    ],
)
def test_a_zone_that_is_not_known_is_told_with_the_handout(settings: str, told: list[str], tmp_path: Path) -> None:
    """Where the country has several and the clinic has named none; the handout is made all the same."""
    (tmp_path / "clinic.toml").write_text(settings, encoding="utf-8")
    page = Planner(desk_on(tmp_path))
    page._heard(page, {"do": "template", "template": FIRST_OFFER}, [])
    page._heard(page, {"do": "export", "name": "", "paper": "", "large": False, "palette": ""}, [])
    assert [notice["where"] for notice in page.notices] == told
    assert len(list((tmp_path / "handouts").rglob("calendar.ics"))) == 1
