"""Why sessions were left out or cut short: a bar a reason, with sessions and patients beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kit.cohorts.charts.paper import BLACK, COLUMN, DARK, MIDDLE, SMALL, PaperFigure, nothing, paper, plain
from kit.cohorts.reasons import NONE
from kit.words.numbers import counted

WHAT = "Reasons for sessions left out or cut short"


def chart(reasons: pd.DataFrame) -> PaperFigure:
    """Of OF_REASONS; the bar of those without a reason is hatched and stands last."""
    if not len(reasons):
        return PaperFigure(nothing("No session was left out or cut short."), f"{WHAT}: none was left out or cut short.")
    figure, axes = paper(COLUMN, 18 + 6.2 * len(reasons))
    for at, row in enumerate(reasons.to_dict("records")):
        none = {"facecolor": "white", "hatch": "//////"}
        look: dict[str, Any] = none if row["reason"] == NONE else {"facecolor": MIDDLE}
        axes.barh(at, row["sessions"], 0.62, edgecolor=DARK, linewidth=0.6, **look)
        told = f"{row['sessions']} ({counted(row['patients'], 'patient')})"
        axes.annotate(
            told,
            (row["sessions"], at),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            fontsize=SMALL,
            color=BLACK,
        )
    plain(axes)
    axes.set_ylim(len(reasons) - 0.5, -0.5)
    axes.set_yticks(range(len(reasons)), [reason.replace("_", " ") for reason in reasons["reason"]])
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, reasons["sessions"].max() * 1.42)
    axes.set_xlabel("Sessions")
    told = "; ".join(_told(row) for row in reasons.to_dict("records"))
    return PaperFigure(figure, f"{WHAT}: {told}.")


def _told(row: Mapping[Any, Any]) -> str:
    name = str(row["reason"]).replace("_", " ")
    return f"{name}, {row['sessions']} by {counted(row['patients'], 'patient')}"
