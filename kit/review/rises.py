"""How much more than in the version before: load, band, and the work of a week (corrections of the specification, 5.6).

An exercise is compared with itself, whatever the ids of its items are, and side by side: the heavier of two items of
one side counts, and their work adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.library.exercise import Exercise, Side
from kit.library.load import Bands
from kit.plan.prescription import Prescription
from kit.review.dosed import SIDES, Dosed, sides_of
from kit.review.finding import Finding, Level
from kit.review.held import counts_as_held, held_s
from kit.review.loads import OWN, load_before
from kit.review.quantities import plain
from kit.settings import Rises
from kit.words.numbers import counted

_ACSM = "ACSM2009 (S)"
_NO_BAND = "none that is named"
_UNKNOWN = 1.5  # a change that cannot be judged is told, unless another one is a finding


@dataclass(frozen=True)
class _Rise:
    """From one number to a higher one."""

    old: float
    new: float
    unit: str

    @property
    def percent(self) -> float:
        """Rounded, so that 7.0 to 7.7 is 10 and not a little more."""
        return round((self.new - self.old) / self.old * 100, 6)

    @property
    def words(self) -> str:
        return f"by {plain(round(self.percent, 1))} %, from {plain(self.old)} to {plain(self.new)} {self.unit}"


def rises(dosed: Dosed, bands: Bands, settings: Rises) -> Iterator[Finding]:
    """CAUTION or AVOID for what is much more than before; nothing for an exercise that is new."""
    if dosed.before:
        yield from _load(dosed, settings)
        yield from _band(dosed, bands)
        yield from _week(dosed, settings)


def _load(dosed: Dosed, settings: Rises) -> Iterator[Finding]:
    old, new = load_before(dosed), dosed.item.dose.load_kg
    if not old or not new:
        return
    rise = _Rise(old, new, "kg")
    steep = rise.percent > settings.load_avoid_percent and round(new - old, 6) > settings.load_avoid_kg
    if steep or rise.percent > settings.load_caution_percent:
        names = ("load_avoid_percent", "load_avoid_kg") if steep else ("load_caution_percent",)
        yield _finding(
            dosed,
            level="AVOID" if steep else "CAUTION",
            name="load_rise",
            what=f"The load rises {rise.words}.",
            why="Tendons and joints take longer to get used to a load than muscles do.",
            source=settings.source_of(names, _ACSM if not steep else OWN),
            mend="Raise it by 2 to 10 %.",
            value=f"{plain(old)} {plain(new)}",
        )


def _week(dosed: Dosed, settings: Rises) -> Iterator[Finding]:
    """Once for an exercise, at the first of its items."""
    if dosed.item.item_id != dosed.together[0].item_id:
        return
    rise = _steepest(_volumes(dosed))
    if rise is None or rise.percent <= settings.volume_caution_percent:
        return
    steep = rise.percent > settings.volume_avoid_percent
    yield _finding(
        dosed,
        level="AVOID" if steep else "CAUTION",
        name="volume_rise",
        what=f"The work of a week rises {rise.words}.",
        why="Sets, repetitions, days and times a day multiply.",
        source=settings.source_of(("volume_avoid_percent" if steep else "volume_caution_percent",), OWN),
        mend="Raise one of them at a time.",
        value=f"{plain(rise.old)} {plain(rise.new)}",
        where=dosed.where_of(dosed.together),
    )


def _steepest(found: Iterable[_Rise]) -> _Rise | None:
    return max(found, key=lambda rise: rise.percent, default=None)


def _volumes(dosed: Dosed) -> Iterator[_Rise]:
    """The work of a week before and now, of each side that worked in both."""
    before = dosed.before or ()
    in_reps = all(_in_reps(item, dosed.exercise) for item in (*before, *dosed.together))
    for side in SIDES:
        old, new = (_volume(items, dosed.exercise, side, in_reps) for items in (before, dosed.together))
        if old:
            yield _Rise(old, new, f"{'repetitions' if in_reps else 'seconds'} a week")


def _in_reps(item: Prescription, exercise: Exercise) -> bool:
    """Whether its work is counted in repetitions: none of it is by the clock or held still."""
    return item.dose.duration_s is None and not _held_s(item, exercise)


def _held_s(item: Prescription, exercise: Exercise) -> int:
    """Seconds of a hold that counts as work."""
    return held_s(item, exercise) if counts_as_held(item, exercise) else 0


def _volume(items: Iterable[Prescription], exercise: Exercise, side: Side, in_reps: bool) -> int:
    """Repetitions, or seconds of holding and moving, of one side in a week."""
    total = 0
    for item in items:
        if side in sides_of(item):
            one = 1 if in_reps else _held_s(item, exercise) or item.dose.rep_s
            sets = item.dose.sets * item.schedule.each_week * item.schedule.times_a_day
            total += sets * item.dose.reps * one
    return total


def _band(dosed: Dosed, bands: Bands) -> Iterator[Finding]:
    """CAUTION for two steps up or more, and where the words cannot be compared: what is not known may be as much."""
    new = dosed.item.dose.band
    changes = [change for side in sides_of(dosed.item) for change in _changes(dosed, bands, side)]
    if not changes:
        return
    steps, old = max(changes, key=lambda change: _UNKNOWN if change[0] is None else change[0])
    if steps is None:
        yield _finding(
            dosed,
            level="CAUTION",
            name="band_change",
            what=f"The band changes from {old or _NO_BAND} to {new or _NO_BAND}.",
            why="Their steps are not known, so that it counts as a rise of two or more.",
            source=OWN,
            mend="Compare the two bands yourself.",
            value=f"{old or '-'} {new or '-'}",
        )
    elif steps > 1:
        yield _finding(
            dosed,
            level="CAUTION",
            name="band_rise",
            what=f"The band goes up by {counted(steps, 'step')}, from {old} to {new}.",
            why="One step at a time is usual.",
            source=OWN,
            mend="Take the next band.",
            value=f"{old} {new}",
        )


def _changes(dosed: Dosed, bands: Bands, side: Side) -> list[tuple[int | None, str]]:
    """By how many steps the band of a side changed, and from which one: the strongest that can be compared."""
    new, before = dosed.item.dose.band, [i.dose.band for i in dosed.before or () if side in sides_of(i)]
    changes = [(bands.steps_up(old, new), old) for old in before]
    if any(old.strip().casefold() == new.strip().casefold() for old in before):
        return []
    known = [change for change in changes if change[0] is not None]
    return [min(known, key=lambda change: change[0] or 0)] if known else changes[:1]


def _finding(
    dosed: Dosed, *, level: Level, name: str, what: str, why: str, source: str, mend: str, value: str, where: str = ""
) -> Finding:
    key = f"{level} {name} {dosed.item.item_id} {dosed.exercise.id} {value}"
    return Finding(level, where or dosed.where, what, why, source, mend, key[:200], dosed.item.item_id)
