"""The diary rows behind a number, each cell in words, with the file or the hand that it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from kit.adherence.frames import Frames
from kit.diary.columns import ACTIVITIES
from kit.followup.pointer import Pointer
from kit.store.origins import Key, Origin
from kit.ui.followup.measures_figures import Behind
from kit.ui.followup.rows_shown import RowShown, RowsMessage
from kit.ui.followup.words import COLUMNS, MARKS, at, on

_MOST = 400  # rows of a figure that are shown
_PAINS = {"pain_before": "before", "pain_worst": "worst", "pain_after": "after", "pain_next_morning": "next morning"}
_AMOUNTS = {
    "sets_done": ("{} set", "{} sets"),
    "reps_done": ("{} repetition", "{} repetitions"),
    "reps_last_set": ("{} in the last set",) * 2,
    "hold_done_s": ("{} s held",) * 2,
    "load_kg": ("{} kg",) * 2,
}


def rows_behind(
    figure: str,
    behind: Behind,
    frames: Frames,
    names: Mapping[tuple[int, str], str],
    origins: Mapping[Key, Origin],
) -> RowsMessage:
    """`frames` are those of all of the plan; `names` are of exercises, by version and item, in the plan's order."""
    rows = frames.rows
    by_session = dict(iter(rows[rows["session"].notna()].groupby("session")))
    place = defaultdict(int, {item: n for n, item in enumerate(names)})
    shown: list[RowShown] = []
    blank: list[str] = []
    for one in behind.sessions:
        found = by_session.get(one.session) if one.session is not None else None
        if found is None:
            blank.append(_due(one))
        else:
            in_order = sorted(found.to_dict("records"), key=lambda row: (place[_item(row)], row["side"]))
            shown += (_row(row, names, origins) for row in in_order if _is_of(row, behind))
    return {"figure": figure, "rows": shown[:_MOST], "more": max(0, len(shown) - _MOST), "blank": blank}


def _is_of(row: Mapping[Any, Any], behind: Behind) -> bool:
    return behind.item_id in ("", row["item_id"]) and behind.side in ("", row["side"])


def _item(row: Mapping[Any, Any]) -> tuple[int, str]:
    return int(row["plan_version"]), str(row["item_id"])


def _due(one: Pointer) -> str:
    when = on(one.date) if one.date else "no day"
    return f"{when}, session {one.slot}" if (one.slot or 1) > 1 else when


def _row(row: Mapping[Any, Any], names: Mapping[tuple[int, str], str], origins: Mapping[Key, Origin]) -> RowShown:
    (version, item), side = _item(row), str(row["side"])
    day = None if pd.isna(row["date"]) else pd.Timestamp(row["date"]).date()
    slot = int(row["slot"])
    when = on(day) if day else f"Week {row['week']}, no day"
    origin = origins.get((version, item, side, day.isoformat() if day else f"week {row['week']}", slot))
    return {
        "when": f"{when}, session {slot}" if slot > 1 else when,
        "exercise": names.get((version, item), item),
        "side": "" if side == "both" else side,
        "status": "not logged" if pd.isna(row["status"]) else MARKS[str(row["status"])],
        "amounts": ", ".join(_amounts(row)),
        "pain": ", ".join(_pain(row)),
        "note": " · ".join(_texts(row)),
        "source": _source(origin),
    }


def _amounts(row: Mapping[Any, Any]) -> Iterator[str]:
    for name, (one, many) in _AMOUNTS.items():
        if not pd.isna(row[name]):
            value = float(row[name])
            yield (one if value == 1 else many).format(f"{value:g}")


def _pain(row: Mapping[Any, Any]) -> Iterator[str]:
    yield from (f"{name} {int(row[column])}" for column, name in _PAINS.items() if not pd.isna(row[column]))
    if not pd.isna(row["effort"]):
        yield f"effort {int(row['effort'])}"
    yield from (f"{COLUMNS[name]}: {int(row[name])}" for name in ACTIVITIES if not pd.isna(row[name]))


def _texts(row: Mapping[Any, Any]) -> Iterator[str]:
    if not pd.isna(row["help_sign"]):
        yield f"Sign for help: {row['help_sign']}"
    if not pd.isna(row["reason"]):
        yield f"Reason: {row['reason']}"
    if not pd.isna(row["note"]):
        yield str(row["note"])


def _source(origin: Origin | None) -> str:
    if origin is None:
        return ""
    changed = ", a correction" if origin.is_correction else ""
    return f"{origin.name}, row {origin.number}{changed}; brought in by {origin.by}, {at(origin.at)}"
