"""What the gate says, word for word: the value, the rule, the mend, and the key that a clinician's answer names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from kit.library.exercise import Arc, TagsReviewed
from kit.library.library import Library
from kit.plan.context import TagEnd
from kit.plan.plan import Plan
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import issue
from tests.review.cases import EMPTY, START, day, has, own, patient, plan_of, tagged

LIBRARY = Library.load()
D = "[design choice (D)]"
IN_FORCE = f"Until it is mended it counts as in force with all its stages. {D}"
UNCONFIRMED = f"Until it is confirmed the condition counts as in force with all its stages. {D}"
CUFF, NWB = "Rotator cuff repair, protection phase", "Non- or partial weight-bearing order"
BED = "Use a firm bed where the exercise allows it, or swap it."
SURGERY = "Surgery in the same region in the last 12 weeks (no protocol entered)"


def told(found: Iterable[Finding], about: str) -> list[tuple[str, str]]:
    """Sentence and key of the findings whose key has `about`; the signs at the end of a key of facts left out."""
    kept = [finding for finding in found if about in finding.key]
    return [(str(f), " ".join(f.key.split()[:-1]) if " facts " in f.key else f.key) for f in kept]


def of(*held: Any, exercise: str = "chin_tuck", **changes: Any) -> Plan:
    return plan_of(LIBRARY, (exercise, changes), who=patient(*held))


def ends(tag: str, until: str) -> tuple[TagEnd, ...]:
    return (TagEnd(tag=tag, until=day(until)),)


FACTS: list[tuple[Plan, str, str, str]] = [
    (
        of(has("rc_repair", side="left", since="05-20", until="05-20")),
        "order",
        f"ERROR  plan, conditions: {CUFF}: ends on 20 May 2026, before it began on 20 May 2026. {IN_FORCE} "
        "Correct one of the two.",
        "ERROR facts rc_repair order",
    ),
    (
        of(has("rc_repair", side="left", since="05-20", ends=ends("sh_active", "05-19"))),
        "order",
        f"ERROR  plan, conditions: {CUFF}: ends for sh_active on 19 May 2026, before it began on 20 May 2026. {IN_FORCE} "
        "Correct one of the two.",
        "ERROR facts rc_repair order_sh_active",
    ),
    (
        of(has("nwb", side="left", ends=ends("sh_active", "07-01"))),
        "tag_",
        f"ERROR  plan, conditions: {NWB}: has an end for “sh_active”, and no rule of this condition has it. {IN_FORCE} "
        "It has: kneel, single_leg, stand, wb_leg.",
        "ERROR facts nwb tag_sh_active",
    ),
    (
        of(has("cauda_equina", until="05-01")),
        "stop_end",
        "ERROR  plan, conditions: Suspected cauda equina or progressing neurological loss: has an end, 1 May 2026. "
        f"A STOP does not end by a date. It holds until somebody clears it. {D} "
        "Take it off the list with name, day and reason, or sign it off.",
        "ERROR facts cauda_equina stop_end",
    ),
    (
        of(has("rc_repair", side="left", since="06-10")),
        "ahead",
        f"CAUTION  plan, conditions: {CUFF}: begins on 10 June 2026, which lies ahead. Is this planned? "
        f"All its stages hold. {D} Correct the day, or keep it.",
        "CAUTION facts rc_repair ahead",
    ),
    (
        of(has("rc_repair", side="left", since="07-10")),
        "ahead",
        f"ERROR  plan, conditions: {CUFF}: begins on 10 July 2026, after the last day of the plan, 28 June 2026. "
        f"All its stages hold. {D} Correct the day.",
        "ERROR facts rc_repair ahead",
    ),
    (
        of(has("dvt_suspected", since="07-10")),
        "ahead",
        "ERROR  plan, conditions: Suspected or untreated deep vein thrombosis or pulmonary embolism: begins on "
        f"10 July 2026, after the last day of the plan, 28 June 2026. It holds until somebody clears it. {D} "
        "Correct the day.",
        "ERROR facts dvt_suspected ahead",
    ),
    (
        of(has("recent_surgery")),
        "needs",
        f"CAUTION  plan, conditions: {SURGERY}: side, region and onset are not given. "
        f"Every exercise is held to the strictest rule until they are. {D} Add the side, region and onset.",
        "CAUTION facts recent_surgery needs_side+region+since",
    ),
    (
        of(has("nwb")),
        "needs",
        f"CAUTION  plan, conditions: {NWB}: side is not given. Every exercise is held to the strictest rule until it is. "
        f"{D} Add the side.",
        "CAUTION facts nwb needs_side",
    ),
    (
        of(has("nwb", side="left", until="2028-06-02")),
        "question",
        f"CAUTION  plan, conditions: {NWB}: it ends on 2 June 2028, more than 24 months ahead. Is the year right? "
        f"The condition stays in force. {D} Correct the day, or confirm it by name.",
        "CAUTION question nwb left -",
    ),
    (
        of(has("nwb", side="left", until="2025-06-02")),
        "question",
        f"CAUTION  plan, conditions: {NWB}: by the date 2 June 2025 it is over. Is the day right? {UNCONFIRMED} "
        "Correct the date, or confirm it by name.",
        "CAUTION question nwb left -",
    ),
    (
        of(has("rc_repair", side="left", since="05-20", ends=ends("sh_active", "05-25"))),
        "question",
        f"CAUTION  plan, conditions: {CUFF}: by the date 25 May 2026 it is over for “active or resisted rotator cuff / "
        f"scapular work”. Is the day right? {UNCONFIRMED} Correct the date, or confirm it by name.",
        "CAUTION question rc_repair left -",
    ),
]


@pytest.mark.parametrize(("plan", "about", "said", "key"), FACTS)
def test_facts_of_a_condition(plan: Plan, about: str, said: str, key: str) -> None:
    """Each contradiction, gap and question, once."""
    assert told(check(plan, LIBRARY), about) == [(said, key)]


def _own(exercise: str, as_id: str = "", **changes: Any) -> Callable[[], list[Finding]]:
    shelf, mine = own(LIBRARY, exercise, as_id, **changes)
    return lambda: list(check(EMPTY.add(mine).describe(context=patient()), shelf))


def _planned(exercise: str, who: Any = None, **changes: Any) -> Callable[[], list[Finding]]:
    return lambda: list(check(plan_of(LIBRARY, (exercise, changes), who=who), LIBRARY))


DROPPED = TagsReviewed(by="A. Physio", on=START, drops=("knee_okc_ext",))
ITEMS: list[tuple[Callable[[], list[Finding]], str, str, str]] = [
    (
        _own("step_up", "my_step", tags=()),
        "untagged",
        f"CAUTION  i1, Step-up: this exercise has no movement tags. No precaution can see it. {D} "
        "Add tags, or write tags = [] with tags_reviewed (by, on).",
        "CAUTION untagged i1 my_step",
    ),
    (
        _own("step_up", "my_step", tags=(), tags_reviewed=DROPPED),
        "reviewed",
        "INFO  i1, Step-up: has no movement tags, as A. Physio says since 1 June 2026. No precaution can see it. "
        f"{D} Nothing to do.",
        "INFO reviewed i1 my_step",
    ),
    (
        _own("long_arc_quad", tags=tagged("neural_slr"), region="hip", regions=(), category="mobility"),
        "drops",
        "CAUTION  i1, Seated knee straightening: this version of Seated knee straightening drops: open-chain knee extension "
        "that includes the last 45 degrees, sits on a chair, the region knee, that it is strength work. The precautions "
        f"still count it, until the loss is confirmed by name. {D} Put it back, or confirm it in tags_reviewed: by, on, "
        'drops = ["knee_okc_ext", "sit_chair", "knee", "strength"].',
        "CAUTION drops i1 long_arc_quad",
    ),
    (
        _own("side_bridge_knees", work="move"),
        "drops",
        "CAUTION  i1, Side plank on knees: this version of Side plank on knees drops: that the effort is held. The "
        f"precautions still count it, until the loss is confirmed by name. {D} Put it back, or confirm it in "
        'tags_reviewed: by, on, drops = ["hold"].',
        "CAUTION drops i1 side_bridge_knees",
    ),
    (
        _own("long_arc_quad", tags=tagged("neural_slr", "sit_chair"), tags_reviewed=DROPPED),
        "drops",
        "INFO  i1, Seated knee straightening: drops: open-chain knee extension that includes the last 45 degrees, as "
        f"A. Physio confirmed on 1 June 2026. The kit's own version has it. {D} Nothing to do.",
        "INFO drops i1 long_arc_quad",
    ),
    (
        _planned("bridge", sides="left"),
        "side",
        "ERROR  i1, Hip lift: it works both sides at once. It cannot be done on the left only. It is judged as done with "
        f"both. {D} Prescribe both, or take “One-leg hip lift”.",
        "ERROR side i1 bridge",
    ),
    (
        _planned("single_leg_stance", sides="both"),
        "side",
        "ERROR  i1, One-leg stand: it works one side at a time, and it is prescribed on both at once. Steps and pictures "
        f"tell one side alone. {D} Prescribe each side, left or right.",
        "ERROR side i1 single_leg_stance",
    ),
    (
        _planned("cat_cow", surface="bed"),
        " bed ",
        "ERROR  i1, Cat and cow: it is prescribed on a bed, and a bed does not do for it. A bed gives way. "
        f"{D} Prescribe the floor, or swap it.",
        "ERROR bed i1 cat_cow",
    ),
    (
        _planned("short_arc_quad", rom_limit=Arc(from_deg=90, to_deg=45)),
        " arc ",
        "ERROR  i1, Knee straightening over a roll: its range is limited to 90 to 45 degrees, and it runs from 40 to 0. "
        f"It cannot be kept inside that. {D} Swap the exercise.",
        "ERROR arc i1 short_arc_quad",
    ),
    (
        _planned("long_arc_quad", rom_limit=Arc(from_deg=80, to_deg=45)),
        " arc ",
        "ERROR  i1, Seated knee straightening: its range is limited to 80 to 45 degrees, and it runs from 90 to 0. "
        f"It cannot be kept inside that. {D} Begin it at 90, or swap the exercise.",
        "ERROR arc i1 long_arc_quad",
    ),
    (
        _planned("bird_dog", patient(age=82, gets_off_floor="with_help")),
        " floor ",
        "CAUTION  plan: Arm and leg reach needs getting down to the floor. The patient needs help with it. Can the patient "
        f"get up again? [general knowledge (G)] Ask, and note it. {BED}",
        "CAUTION floor plan i1",
    ),
    (
        _planned("bird_dog", patient(age=40, gets_off_floor="no")),
        " floor ",
        "AVOID  i1, Arm and leg reach: needs getting down to the floor, and the patient cannot get up again. Nobody may be "
        f"there to help. [general knowledge (G)] {BED}",
        "AVOID floor i1 bird_dog",
    ),
]


@pytest.mark.parametrize(("found", "about", "said", "key"), ITEMS)
def test_what_no_rule_can_see_and_what_cannot_be_done(
    found: Callable[[], list[Finding]], about: str, said: str, key: str
) -> None:
    """Tags, losses, sides, beds, arcs and the floor."""
    assert told(found(), about) == [(said, key)]


def _moved(start: str, review: str) -> Plan:
    return of().describe(start=day(start), review_on=day(review))


DAYS: list[tuple[Plan, dt.date, str, str, str]] = [
    (
        _moved("04-01", "06-29"), START, "start_before_issue",
        f"ERROR  plan: the plan starts on 1 April 2026, 61 days before 1 June 2026. The day may be mistyped. {D} "
        "Correct the start.",
        "ERROR days plan start_before_issue",
    ),
    (
        _moved("07-15", "08-12"), START, "start_after_issue",
        f"CAUTION  plan: the plan starts on 15 July 2026, 44 days after 1 June 2026. The day may be mistyped. {D} "
        "Correct the start.",
        "CAUTION days plan start_after_issue",
    ),
    (
        _moved("06-01", "09-01"), START, "review_after",
        f"CAUTION  plan: the review is 92 days after the start. A plan should be looked at again sooner. {D} "
        "Choose an earlier review.",
        "CAUTION days plan review_after_start_days",
    ),
    (
        of(), day("07-01"), "over",
        "ERROR  plan: the review is on 29 June 2026, and it is 1 July 2026. This plan is over before it is issued. "
        f"{D} Correct the start or the review.",
        "ERROR days plan over",
    ),
    (
        of(), day("07-01"), "screen",
        "ERROR  plan: the red-flag screen is from 1 June 2026, 30 days ago. A plan is issued after a screen for signs of "
        "serious disease. [Finucane2020 (V), design choice (D)] Ask again: it may be 14 days old.",
        "ERROR screen plan",
    ),
    (
        of().pause(day("06-05"), day("06-20")), START, "paused",
        f"CAUTION  plan: the pauses take 15 of 28 days. Little of the plan is left. {D} Move the start or the review.",
        "CAUTION days plan paused",
    ),
    (
        of().pause(day("06-20"), day("06-30")), START, "pause ",
        "ERROR  plan: the pause from 20 June 2026 to 30 June 2026 is outside the plan. The plan runs from 1 June 2026 up "
        f"to 29 June 2026. {D} Correct its days.",
        "ERROR days plan pause 2026-06-20 2026-06-30",
    ),
    (
        of().pause(day("06-01"), day("06-29")), START, "paused",
        f"ERROR  plan: the pauses take all days of the plan. No day of the plan is left. {D} Shorten a pause.",
        "ERROR days plan paused",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "on", "about", "said", "key"), DAYS)
def test_days_of_the_plan(plan: Plan, on: dt.date, about: str, said: str, key: str) -> None:
    """Screen, start, review and pauses."""
    assert told(check(plan, LIBRARY, on=on), about) == [(said, key)]


def test_what_the_version_before_asks() -> None:
    """That it is at hand, and where a condition went."""
    first = issue(of(has("nwb", side="left", region="ankle_foot")), LIBRARY, "A. Physio", START)
    second = first.new_version(day("06-08")).describe(context=patient())
    ((said, key),) = told(check(second, LIBRARY), " before ")
    assert said == (
        "STOP  plan: it is version 2, and the version before is not at hand. What rose since then, and what was in "
        f"force, is not judged. {D} Give it with the plan (--before PLAN, the issued file), or compare the two and sign it "
        "off: name, role, reason and day."
    )
    assert key.startswith("STOP question before 1 ")
    assert told(check(second, LIBRARY, previous=first), " left ") == [
        (
            f"CAUTION  plan, conditions: {NWB} (left ankle foot): in force in version 1, and not named in this one. Is it "
            f"over? No rule looks at it any more. {D} Put it back, or confirm by name why it is off the list.",
            "CAUTION question left nwb left ankle_foot",
        )
    ]


def test_a_band_that_cannot_be_compared() -> None:
    """Told with both, in the key too."""
    first = issue(of(exercise="band_row", band="red"), LIBRARY, "A. Physio", START)
    for band, ending in (("my own", "red my own"), ("", "red -")):
        second = first.new_version(day("06-08")).adjust("i1", band=band)
        keys = [f.key for f in check(second, LIBRARY, previous=first) if "band_change" in f.key]
        assert keys == [f"CAUTION band_change i1 band_row {ending}"]
