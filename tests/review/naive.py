"""A second, naive reading of the precautions: from the words of the specification and the data files alone.

It goes through a plan day by day, and knows nothing of the review that it is compared with. Exercises and
conditions are the tables of their files.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"
RANK: dict[str | None, int] = {None: 0, "INFO": 1, "CAUTION": 2, "AVOID": 3, "ERROR": 4, "STOP": 5}
BOTH = {"left", "right"}
LEG = {"hip", "knee", "ankle_foot"}
AXIAL_REGIONS = {"low_back", "thoracic", "neck"}
DAY = dt.timedelta(days=1)
Table = dict[str, Any]


@dataclass(frozen=True)
class Held:
    """A condition of the patient, with what is known of it."""

    condition: str
    side: str | None = None
    region: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    ends: dict[str, dt.date] = field(default_factory=dict)


@dataclass(frozen=True)
class ToDo:
    """An exercise as prescribed; `kits` is the library's own version where it is shadowed, `before` the one that the
    version of the plan before was issued with.
    """

    exercise: Table = field(repr=False)
    sides: str
    lead: str
    hold_s: int = 0
    duration_s: int | None = None
    surface: str | None = None
    kits: Table | None = field(default=None, repr=False)
    before: Table | None = field(default=None, repr=False)

    def others(self) -> list[Table]:
        """What it was copied from or issued with."""
        return [table for table in (self.kits, self.before) if table]


@dataclass(frozen=True)
class Situation:
    """The days and the patient; `last` is the last day of the plan, `had` what an issued version held in force."""

    start: dt.date
    last: dt.date
    on: dt.date
    held: tuple[Held, ...] = ()
    age: int | None = None
    support: bool | None = None
    gets_off_floor: str | None = None

    def days(self) -> Iterator[dt.date]:
        day = min(self.on, self.start)
        while day <= self.last:
            yield day
            day += DAY


@cache
def exercises() -> dict[str, Table]:
    """Every exercise file by its id."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "exercises").glob("*.toml"))]
    return {table["id"]: table for table in tables}


@cache
def conditions() -> dict[str, Table]:
    """Every condition by its key."""
    found: dict[str, Table] = tomllib.loads((DATA / "conditions.toml").read_text(encoding="utf-8"))["conditions"]
    return found


@cache
def whole_body() -> frozenset[str]:
    """The tags that no side narrows."""
    return frozenset(tomllib.loads((DATA / "conditions.toml").read_text(encoding="utf-8"))["whole_body"])


def highest(*levels: str | None) -> str | None:
    return max(levels, key=lambda level: RANK[level], default=None)


# What an exercise asks of the body


def unknown(todo: ToDo, name: str) -> bool:
    """Whether the file leaves `name` to the clinician, or out."""
    return name in todo.exercise.get("needs_clinician", ()) or name not in todo.exercise


def held_still(todo: ToDo) -> bool:
    """5.4: strength, with an effort held for 10 s or more; a timed dose is held unless the work is said to move."""
    strength = todo.exercise.get("category") == "strength" or unknown(todo, "category")
    longest = todo.hold_s
    if todo.exercise.get("work") != "move" and todo.duration_s:
        longest = max(longest, todo.duration_s)
    return strength and longest >= 10


def texts(todo: ToDo, name: str) -> set[str]:
    """Tags or set-up tags, of all versions of the exercise."""
    return {text for table in (todo.exercise, *todo.others()) for text in table.get(name, ())}


def tags(todo: ToDo) -> set[str]:
    found = texts(todo, "tags") | ({"isometric_hold"} if held_still(todo) else set())
    return found - {"floor"} if todo.surface == "bed" else found


def both_limbs(todo: ToDo) -> bool:
    """3.1: work of two limbs is judged on both sides, however it is prescribed; so is one whose sides nobody tells."""
    two = "both" in [table.get("sides") for table in (todo.exercise, *todo.others())]
    return two or unknown(todo, "sides") or todo.sides in ("each", "both")


def limbs(text: str, todo: ToDo) -> set[str]:
    """The sides of the body that a tag concerns."""
    name, _, limb = text.partition("@")
    if name in whole_body() or limb == "both" or both_limbs(todo):
        return BOTH
    other = "left" if todo.lead == "right" else "right"
    return {other} if limb == "other" else {todo.lead}


def affected_sides(held: Held) -> set[str]:
    """Those of the patient; both, where none is given or the condition is of the whole body."""
    if conditions()[held.condition]["scope"] == "global" or held.side in (None, "both"):
        return BOTH
    return {str(held.side)}


def meets(text: str, todo: ToDo, held: Held) -> bool:
    return bool(limbs(text, todo) & affected_sides(held))


def loads(todo: ToDo, region: str | None) -> bool:
    """Whether the exercise loads a region: by its own list, or with weight through the leg that it is part of."""
    if region is None or unknown(todo, "region"):
        return True
    through_leg = {text.partition("@")[0] for text in texts(todo, "tags")} & {"wb_leg", "single_leg"}
    return region in regions(todo) or (region in LEG and bool(through_leg))


def regions(todo: ToDo) -> set[str]:
    tables = [todo.exercise, *todo.others()]
    return {region for t in tables for region in (t.get("region"), *t.get("regions", ())) if region}


def reaches(todo: ToDo, held: Held) -> bool:
    """Whether the exercise reaches the affected side at all, with a limb or along the spine."""
    own = {todo.lead} if not both_limbs(todo) else BOTH
    axial = bool({todo.exercise.get("region"), held.region} & AXIAL_REGIONS)
    return (
        bool(own & affected_sides(held))
        or axial
        or any(meets(text, todo, held) for text in tags(todo) | texts(todo, "setup_tags"))
    )


# When a rule is in force


def order_wrong(held: Held) -> bool:
    """1.2: an end that does not lie after the beginning, or that is of no rule."""
    ruled = {tag for rule in conditions()[held.condition].get("rules", ()) for tag in rule["tags"]}
    ends = [*held.ends.values(), *([held.until] if held.until else [])]
    early = held.since is not None and any(end <= held.since for end in ends)
    return early or any(tag not in ruled for tag in held.ends)


def in_force(held: Held, tag: str | None, weeks: list[int] | None, day: dt.date, now: Situation) -> bool:
    """Whether a rule for `tag` holds on `day`: its own end, else that of the condition, else its weeks since onset."""
    if order_wrong(held) or conditions()[held.condition].get("stop"):
        return True
    end = held.ends.get(tag or "", held.until)
    if end is not None:
        return day < end
    if weeks is None or held.since is None or held.since > now.on:
        return True
    week = (day - held.since).days // 7
    return weeks[0] <= week < weeks[1]


def stages(held: Held) -> Iterator[tuple[str | None, list[int] | None]]:
    """Every pair of a tag and its weeks; no tag stands for the whole region."""
    condition = conditions()[held.condition]
    for rule in condition.get("rules", ()):
        for tag in rule["tags"]:
            yield tag, rule.get("weeks")
    if "region_level" in condition:
        yield None, condition["region_level"].get("weeks")


def over_before(held: Held, tag: str | None, now: Situation) -> bool:
    """1.4: none of the stages of a tag holds on any day that is judged, and none lies ahead."""
    mine = [weeks for name, weeks in stages(held) if name == tag]
    return not any(in_force(held, tag, weeks, day, now) for weeks in mine for day in now.days())


def level(todo: ToDo, held: Held, now: Situation) -> str | None:
    """The highest level of one condition for one item on all days of the plan (1.9)."""
    found: str | None = None
    for tag, weeks, its in matches(todo, held, now):
        if over_before(held, tag, now) or any(in_force(held, tag, weeks, day, now) for day in now.days()):
            found = highest(found, its)
        else:
            found = highest(found, "INFO")
    return found


def matches(todo: ToDo, held: Held, now: Situation) -> Iterator[tuple[str | None, list[int] | None, str]]:
    """Tag, weeks and level of each rule that the item meets."""
    condition = conditions()[held.condition]
    here = loads(todo, held.region)
    if here or not condition.get("within_region"):
        for rule in condition.get("rules", ()):
            for tag in rule["tags"]:
                its = rule["level"]
                alone = condition.get("without_support")
                if alone and now.support is False and tag in alone["tags"]:
                    its = highest(its, alone["level"])
                if any(meets(text, todo, held) for text in tags(todo) if text.partition("@")[0] == tag):
                    yield tag, rule.get("weeks"), its
                elif any(
                    meets(text, todo, held) for text in texts(todo, "setup_tags") if text.partition("@")[0] == tag
                ):
                    yield tag, rule.get("weeks"), "CAUTION"
    by_region = condition.get("region_level")
    if by_region and here and reaches(todo, held):
        strength = "strength" in [table.get("category") for table in (todo.exercise, *todo.others())]
        kind = "strength" if strength or unknown(todo, "category") else "default"
        yield None, by_region.get("weeks"), by_region[kind]


def any_in_force(held: Held, now: Situation) -> bool:
    """Whether the condition as a whole is in force on a day that is judged, or may be (1.4)."""
    pairs = list(stages(held))
    # Without a rule there is no stage to pass: it is in force, or over before it was and then asked about.
    return not pairs or any(
        over_before(held, tag, now) or in_force(held, tag, weeks, day, now)
        for tag, weeks in pairs
        for day in now.days()
    )


# STOP (1.3, 1.11), what no rule can see (2.1, 2.2), the floor (3.4)


def stop(todo: ToDo, held: Held) -> bool:
    """Whether a STOP holds the item: a date never ends it; only what holds a region leaves other regions free."""
    condition = conditions()[held.condition]
    if not condition.get("stop"):
        return False
    return condition.get("holds") != "region" or loads(todo, held.region)


def untagged(todo: ToDo, now: Situation) -> str | None:
    """No tags, or an empty list that nobody vouches for; the kit's own exercises are vouched for as they are."""
    as_the_kit_has_it = {**todo.exercise, "tags": []} == {**(todo.kits or todo.exercise), "tags": []}
    if todo.exercise.get("tags") or (
        as_the_kit_has_it and not (todo.kits or {}).get("tags") and todo.exercise["id"] in exercises()
    ):
        return None
    if todo.exercise.get("tags_reviewed") and "tags" in todo.exercise:  # left out, nobody says that there are none
        return "INFO"
    return "AVOID" if any(any_in_force(held, now) for held in now.held) else "CAUTION"


def lost(todo: ToDo) -> tuple[set[str], set[str]]:
    """The tags that the own version has not, or for fewer limbs, and the regions that it has not."""

    def covered(table: Table, *names: str) -> set[tuple[str, str]]:
        found = set()
        for text in (text for name in names for text in table.get(name, ())):
            tag, _, limb = text.partition("@")
            found |= {(tag, one) for one in (("lead", "other") if limb == "both" else (limb or "lead",))}
        return found

    own = covered(todo.exercise, "tags")
    gone: set[tuple[str, str]] = set()
    for table in todo.others():
        gone |= covered(table, "tags") - own
        gone |= covered(table, "setup_tags") - own - covered(todo.exercise, "setup_tags")
    own_regions = {todo.exercise.get("region"), *todo.exercise.get("regions", ())}
    return {tag for tag, _ in gone}, (regions(todo) - own_regions)


def drops(todo: ToDo, now: Situation) -> str | None:
    gone, regions_gone = lost(todo)
    if not gone and not regions_gone:
        return None
    for held in now.held:
        for tag, weeks in stages(held):
            if tag in gone and (
                over_before(held, tag, now) or any(in_force(held, tag, weeks, day, now) for day in now.days())
            ):
                return "AVOID"
    return "CAUTION"


FLOOR_CARE = [
    "falls_risk",
    "nwb",
    "tha_posterior",
    "tha_anterior",
    "tha_lateral",
    "tka",
    "abductor_repair",
    "achilles_rupture",
]
FLOOR_REGIONS = {None, "hip", "knee", "ankle_foot", "low_back"}


def in_group(now: Situation) -> bool:
    """Group P of 3.4."""
    old = now.age is not None and (now.age >= 80 or (now.age >= 65 and now.support is False))
    cared = (
        any_in_force(held, now)
        for held in now.held
        if held.condition in FLOOR_CARE or (held.condition == "recent_surgery" and held.region in FLOOR_REGIONS)
    )
    return old or any(cared)


def written_over(held: Held) -> dt.date | None:
    """The day from which nothing of the condition holds by the days that are written, right or wrong."""
    weeks = [weeks for _, weeks in stages(held)]
    if held.until or held.since is None or not weeks or None in weeks:
        return held.until
    return held.since + max(last for _, last in filter(None, weeks)) * 7 * DAY


def on_floor(todo: ToDo, now: Situation) -> bool:
    """Whether it is left on the floor. A bed is the default by the days as written: in doubt nothing is counted on."""
    ends = [(held, written_over(held)) for held in now.held]
    written = replace(now, held=tuple(held for held, end in ends if end is None or end > now.start))
    by_default = todo.surface is None and in_group(written) and todo.exercise.get("bed_ok", False)
    return todo.surface != "bed" and not by_default and "floor" in texts(todo, "tags")


def floor(todo: ToDo, now: Situation) -> str | None:
    if not on_floor(todo, now) or now.gets_off_floor == "yes":
        return None
    if now.gets_off_floor == "no":
        return "AVOID"
    return "CAUTION" if in_group(now) else None


# What the facts of a condition say of the plan as a whole (1.2 to 1.5, 1.10)


def facts(held: Held, now: Situation) -> str | None:
    """The level of what is wrong with, or missing in, the facts of a condition; questions apart."""
    condition = conditions()[held.condition]
    stop_end = condition.get("stop") and (held.until or held.ends)
    if stop_end or order_wrong(held) or (held.since is not None and held.since > max(now.last, now.on)):
        return "ERROR"
    missing = any(getattr(held, fact) is None for fact in condition.get("needs", ()))
    return "CAUTION" if missing or (held.since is not None and held.since > now.on) else None


def question(held: Held, now: Situation, todos: Iterable[ToDo]) -> str | None:
    """The level of the question that its days ask: over before it was in force (1.4), or an end far ahead (1.5)."""
    if conditions()[held.condition].get("stop") or facts(held, now) == "ERROR":
        return None
    names = [tag for tag, _ in stages(held)]
    ended = held.until is not None and held.until <= min(now.on, now.start)
    begins_after = held.since is not None and held.since > max(now.days())  # nothing is over that has not begun
    if ended or (not begins_after and any(over_before(held, tag, now) for tag in names)):
        return "AVOID" if any(level(todo, held, now) == "AVOID" for todo in todos) else "CAUTION"
    later = dt.date(now.on.year + 2, now.on.month, now.on.day)
    return "CAUTION" if any(end > later for end in (held.until, *held.ends.values()) if end) else None
