"""The exercise table and the habits of the one screen as data."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from kit.adherence.clock import part_of_day
from kit.adherence.frames import DONE
from kit.adherence.sentences import about as sessions
from kit.adherence.sentences import percent
from kit.followup.exercise_table import ExerciseLine
from kit.followup.pointer import pointers
from kit.followup.summary import Summary
from kit.ui.followup.exercises_shown import ExerciseShown, ExercisesShown
from kit.ui.followup.habits_shown import BarShown, HabitsShown
from kit.ui.followup.headline_shown import CountShown
from kit.ui.followup.measures_charts import number, of_sessions
from kit.ui.followup.measures_code import code
from kit.ui.followup.measures_figures import Figures
from kit.ui.followup.words import short
from kit.words.numbers import counted

_OVER = 1.1  # of the planned volume, from which it is said to be more (D)
_LAG_DAYS, _GAP_DAYS = 2, 7


def exercises_shown(summary: Summary, figures: Figures) -> ExercisesShown:
    lines = [_exercise(line, figures) for line in summary.exercises]
    return {"lines": lines, "code": code(summary.plan.code, summary.asked, "frames.cells")}


def _exercise(line: ExerciseLine, figures: Figures) -> ExerciseShown:
    interval = f"{percent(line.interval[0])} to {percent(line.interval[1])}" if line.interval else ""
    key = f"exercise {line.item_id} {line.exercise_id}"
    sides: list[CountShown] = [
        {
            "name": one.side,
            "said": f"{sessions(one.done)} of {sessions(one.expected)}",
            "figure": figures.add(f"{key} {one.side}", line.rows, line.item_id, one.side),
        }
        for one in line.sides
    ]
    reasons = [f"{reason.replace('_', ' ')} {n}" for reason, n in line.reasons]
    return {
        "item_id": line.item_id,
        "exercise_id": line.exercise_id,
        "name": line.name,
        "place": line.place,
        "share": line.share,
        "sort_share": float(line.done / line.expected) if line.expected else None,
        "interval": interval,
        "sides": sides,
        "is_gap": line.is_gap,
        "dose": "" if line.dose is None else percent(line.dose),
        "sort_dose": line.dose,
        "volume": "" if line.volume is None else percent(line.volume),
        "is_over": line.volume is not None and line.volume > _OVER,
        "sort_volume": line.volume,
        "reasons": ", ".join(reasons),
        "sort_reasons": sum(n for _, n in line.reasons),
        "pain": "" if line.pain_after is None else number(line.pain_after),
        "sort_pain": line.pain_after,
        "figure": figures.add(key, line.rows, line.item_id),
        "sessions_figure": figures.add(f"{key}: sessions", line.rows),
    }


def habits_shown(summary: Summary, figures: Figures) -> HabitsShown:
    return {
        "facts": [*_dose(summary, figures), *_runs(summary, figures), *_entries(summary, figures)],
        "clock": list(_clock(summary, figures)),
        "code": code(summary.plan.code, summary.asked, "frames.sessions"),
    }


def _dose(summary: Summary, figures: Figures) -> Iterator[CountShown]:
    found, slots = summary.habits.dose, summary.frames.slots
    done = figures.add("dose", pointers(slots[slots["status"].isin(DONE)]))
    if found.share is None:
        yield {"name": "Dose against plan", "said": "No session tells its whole dose", "figure": done}
        return
    verb = "tells" if found.sessions == 1 else "tell"
    told = f"{found.told} of {counted(found.sessions, 'session')} {verb} it"
    yield {"name": "Dose against plan", "said": f"{percent(found.share)} ({told})", "figure": done}
    volume, lowered = summary.habits.volume, summary.habits.lowered
    if volume is not None:
        more = ", more than planned" if volume > _OVER else ""
        yield {"name": "Volume, not capped", "said": f"{percent(volume)} of the plan{more}", "figure": done}
    if lowered.n:
        yield {"name": "Less than planned", "said": of_sessions(lowered.k, lowered.n), "figure": done}


def _runs(summary: Summary, figures: Figures) -> Iterator[CountShown]:
    runs, slots = summary.habits.streaks, summary.frames.slots
    if runs is None:
        return
    all_ = figures.add("runs", pointers(slots))
    has_ended = summary.asked.as_of >= summary.plan.until
    now = f", {runs.current} {'at the end' if has_ended else 'up to now'}" if runs.current else ""
    yield {"name": "Longest run", "said": f"{counted(runs.longest, 'session')}{now}", "figure": all_}
    if runs.gap_first and runs.gap_last:
        days = f"{short(runs.gap_first)} to {short(runs.gap_last)}"
        days = short(runs.gap_first) if runs.gap_first == runs.gap_last else days
        inside = slots["date"].between(pd.Timestamp(runs.gap_first), pd.Timestamp(runs.gap_last))
        rows = figures.add("gap", pointers(slots[inside]))
        said = f"{counted(runs.longest_gap, 'session')} not done or not logged, {days}"
        yield {"name": "Longest gap", "said": said, "figure": rows}
    for one in summary.habits.persistence:
        if one.gap == _GAP_DAYS:
            going = "" if not one.still_going else ", to the end of the plan" if has_ended else ", still going"
            said = f"{counted(one.days, 'active day')} without a break of more than {one.gap}{going}"
            yield {"name": "Kept going", "said": said, "figure": all_}


def _entries(summary: Summary, figures: Figures) -> Iterator[CountShown]:
    habits, sessions_ = summary.habits, summary.frames.sessions
    if not habits.lag_told:
        yield {"name": "Written down later", "said": "The diary does not tell when it was written", "figure": ""}
        return
    late = sessions_[(sessions_["lag_days"] > _LAG_DAYS).fillna(value=False)]
    said = f"{of_sessions(habits.back_filled, habits.lag_told)}, more than {_LAG_DAYS} days after"
    yield {"name": "Written down later", "said": said, "figure": figures.add("lag", pointers(late))}


def _clock(summary: Summary, figures: Figures) -> Iterator[BarShown]:
    told = summary.frames.sessions
    done = told[told["done"] & (told["how"] != "unplaced").fillna(value=True)]
    parts = part_of_day(done)
    for name, n in summary.habits.clock:
        if n:
            rows = figures.add(f"clock {name}", pointers(done[parts == name]))
            shown = "No time told" if name == "unknown" else name.capitalize()
            yield {"name": shown, "sessions": n, "said": counted(n, "session"), "figure": rows}
