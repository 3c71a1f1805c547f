"""How a patient goes about it: time of day, runs and gaps, how long it lasted, dose, and when it was written down."""

from __future__ import annotations

from dataclasses import dataclass

from kit.adherence.clock import times_of_day
from kit.adherence.days import active_days
from kit.adherence.dose import DoseDone, dose, dose_done
from kit.adherence.entries import entries
from kit.adherence.frames import DONE, Frames
from kit.adherence.intensity import Interruption, Lowered, interruptions, lowered
from kit.statistics.persistence import Persistence, persistence
from kit.statistics.streaks import Streaks, streaks

GAPS = (3, 7, 14)  # active days without a session that end an episode (D)


@dataclass(frozen=True)
class Habits:
    """`clock` are sessions done by part of the day. Numbers are None, and runs empty, where nothing tells them.

    `back_filled` of `lag_told` sessions were written down more than two days later.
    """

    clock: tuple[tuple[str, int], ...]
    streaks: Streaks | None
    persistence: tuple[Persistence, ...]
    dose: DoseDone
    volume: float | None
    lowered: Lowered
    interruptions: tuple[Interruption, ...]
    lag_told: int
    median_lag: float | None
    back_filled: int


def habits(frames: Frames) -> Habits:
    """Of the frames of one plan and period."""
    slots = frames.slots.sort_values(["date", "slot"], kind="stable")
    done = slots["status"].isin(DONE).tolist()
    clock, lag, amount = times_of_day(frames.sessions), entries(frames.sessions), dose(frames.cells, frames.slots)
    active = active_days(frames.days)
    return Habits(
        tuple((str(part), int(n)) for part, n in zip(clock["part"], clock["sessions"], strict=True)),
        streaks(done, [day.date() for day in slots["date"]]) if done else None,
        tuple(persistence(active, gap) for gap in GAPS) if active else (),
        dose_done(frames.cells, frames.slots),
        float(amount["volume_ratio"].iloc[0]) if len(amount) else None,
        lowered(frames.cells, frames.slots),
        interruptions(done) if done else (),
        int(lag["told"].sum()),
        float(lag["median_lag"].iloc[0]) if len(lag) else None,
        int(lag["back_filled"].sum()),
    )
