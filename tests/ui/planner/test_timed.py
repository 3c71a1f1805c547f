"""How long it takes, on the page: a session, the fullest day against the minutes that the patient has, a week."""

from __future__ import annotations

import pytest

from kit.review.check import check
from kit.ui.planner.desk import Desk
from kit.ui.planner.timed import in_hours
from tests.ui.conftest import asked, work_of


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 min"), (1, "1 min"), (60, "1 min"), (3600, "1 h"), (3601, "1 h 1 min"), (5987, "1 h 40 min")],
)
def test_minutes_are_rounded_up(seconds: int, said: str) -> None:
    assert in_hours(seconds) == said


@pytest.mark.parametrize(("limit", "over"), [(17, True), (18, False)])
def test_over_the_limit_is_what_the_review_says_too(four_on: Desk, limit: int, over: bool) -> None:
    """With warm-up and ways 11 min 20 s are 18 of the patient's minutes, as the handout says; the page calls it over
    exactly where the review has a finding."""
    asked(four_on, {"do": "patient", "field": "minutes_a_day", "value": limit})
    time = work_of(four_on)["plan"]["time"]
    assert (time["day"], time["limit"], time["over"], time["week"]) == (18, limit, over, "2 h 2 min")
    assert [day["over"] for day in time["days"]] == [over] * 7
    found = check(four_on.held(), four_on.library, on=four_on.today)
    assert any(f.key.startswith("CAUTION minutes plan") for f in found) == over


def test_the_week_says_which_days_are_set_and_which_proposed(four_on: Desk) -> None:
    """Set days as they are; free ones as they are proposed, with the word that they are the patient's choice."""
    for item, weekdays, a_week in (("i1", ["mon", "thu"], None), ("i2", None, 3)):
        days = {"weekdays": weekdays, "days_a_week": a_week, "times_a_day": 1}
        asked(four_on, {"do": "schedule", "item_id": item, **days})
    first, second, *_ = work_of(four_on)["plan"]["time"]["due"]
    assert first == {"item_id": "i1", "days": ["mon", "thu"], "choice": ""}
    assert (second["choice"], len(second["days"])) == ("3 of 7, the patient’s choice", 3)


def test_the_order_by_position_is_one_step(four_on: Desk) -> None:
    """It says what it saves before and after, saves that, is undone at once, and is not offered again."""
    before = four_on.held().items
    assert work_of(four_on)["plan"]["time"]["saves"] == "30 s"
    said = asked(four_on, {"do": "order"})
    assert said == "In the order of positions: it saves 30 s between the exercises."
    assert [item.item_id for item in four_on.held().items] == ["i3", "i1", "i2", "i4"]
    assert work_of(four_on)["plan"]["time"]["saves"] == ""
    asked(four_on, {"do": "undo"})
    assert four_on.held().items == before
