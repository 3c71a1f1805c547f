"""The tables that the report is traced to: the frames of the follow-up, the plan, its proposals, and rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from kit.adherence.activities import activity_days
from kit.clinic import Clinic
from kit.followup.pain_story import GUIDES
from kit.followup.step import brief_dose
from kit.followup.summary import Summary
from kit.plan.items import days_in_short
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.reports.cert import cert
from kit.statistics.certainty import THRESHOLD

Tables = Mapping[str, pd.DataFrame]
STUDY_RATIO = 1.25  # of a diary to a hidden sensor, Nicolson2018a
_SIDES = {"each": ", each side", "left": ", left", "right": ", right", "both": ""}


def tables(summary: Summary, known: tuple[ResolvedPlan, ...], clinic: Clinic, name: str, refused: int) -> Tables:
    """By name. `items` has a row for each item of each version, `about` one for the whole."""
    frames = summary.frames
    return MappingProxyType(
        {
            **{name: getattr(frames, name) for name in ("slots", "cells", "sessions", "weeks")},
            "signs": _signs(summary),  # those that are open, whatever the period
            "activities": activity_days(frames.rows, summary.plans, summary.asked.as_of),
            "items": _items(known),
            "versions": _versions(known),
            "proposals": pd.DataFrame(
                {"words": [one.words for one in summary.proposals], "kind": [one.kind for one in summary.proposals]},
                index=[one.item_id for one in summary.proposals],
                dtype="object",
            ),
            "about": _about(summary, clinic, name, refused),
            "cert": pd.DataFrame(cert(known[-1]), columns=["item", "name", "value"]).set_index("item", drop=False),
            "rules": pd.DataFrame(
                {"value": [f"{THRESHOLD * 100:.0f} %", str(GUIDES[1]), str(STUDY_RATIO), "95 %", "10"]},
                index=["threshold", "peak", "study", "interval", "scale"],
            ),
        }
    )


def _items(known: tuple[ResolvedPlan, ...]) -> pd.DataFrame:
    rows = [
        (one.plan.version, item.item_id, exercise.id, exercise.name, dose_of(item), days_in_short(item.schedule))
        for one in known
        for item, exercise in one.entries
    ]
    return pd.DataFrame(rows, columns=["version", "item_id", "exercise_id", "name", "dose", "days"])


def dose_of(item: Prescription) -> str:
    """ "2 × 30 s, each side"."""
    return brief_dose(item.dose) + _SIDES[item.sides]


def _versions(known: tuple[ResolvedPlan, ...]) -> pd.DataFrame:
    rows = [(one.plan.version, one.plan.start, one.plan.until) for one in known]
    return pd.DataFrame(rows, columns=["version", "start", "until"]).set_index("version", drop=False)


def _signs(summary: Summary) -> pd.DataFrame:
    rows = [(sign.date, sign.text, sign.place) for sign in summary.signs]
    return pd.DataFrame(rows, columns=["date", "help_sign", "place"], dtype="object")


def _about(summary: Summary, clinic: Clinic, name: str, refused: int) -> pd.DataFrame:
    plan = summary.plan
    by = plan.issued.by if plan.issued else clinic.therapist
    row = {
        "patient": plan.plan_id,
        "name": name,
        "title": plan.title,
        "code": plan.code,
        "by": ", ".join(filter(None, (by, clinic.name))),
        "contact": clinic.contact,
        "goal": plan.context.goal,
        "first": summary.first,
        "as_of": summary.asked.as_of,
        "refused": refused + summary.late,
    }
    return pd.DataFrame([row])
