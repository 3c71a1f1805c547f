"""Which figures of a cohort there are, each by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from kit.cohorts.charts import heat, persistence, reasons, weekly
from kit.errors import ContentError, Fault, quoted

if TYPE_CHECKING:
    from kit.cohorts.charts.paper import PaperFigure
    from kit.cohorts.cohort import Cohort

PaperPicture = Literal["weekly", "heat", "persistence", "reasons"]
PICTURES: tuple[PaperPicture, ...] = get_args(PaperPicture)


def drawn(of: PaperPicture, its: Cohort, groups: int | None = None) -> PaperFigure:
    """The figure `of` a cohort. Raises `ContentError` where there is none of this name."""
    match of:
        case "weekly":
            return weekly.chart(its.by_week)
        case "heat":
            return heat.chart(its.patient_weeks, its.trajectories(groups).members if groups else None)
        case "persistence":
            return persistence.chart(its.persistence, its.patients)
        case "reasons":
            return reasons.chart(its.reasons)
    raise ContentError(Fault("chart, of", f"{quoted(of)} is no figure.", f"Use one of {', '.join(PICTURES)}."))
