"""The methods paragraph of a cohort: every definition that its numbers rest on, in the order that EMERGE asks for.

EMERGE (De Geest et al., Ann Intern Med 2018; 169:30; general knowledge) wants said: which phase of adherence, how it
was measured, over which window, what was done about what is missing, and where the data come from.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kit.adherence.intensity import INTERRUPTION
from kit.adherence.periods import FEW_DAYS
from kit.adherence.sentences import CAVEAT, RULE
from kit.cohorts.trajectories import SURE
from kit.days import in_words
from kit.statistics.certainty import FEW, LOGGED, THRESHOLD
from kit.statistics.latent import DEFF
from kit.statistics.means import FEW as FEW_PATIENTS
from kit.statistics.persistence import GAPS
from kit.words.numbers import counted


@dataclass(frozen=True)
class Told:
    """What a paragraph is made of: counts of the cohort and the choices that were made."""

    patients: int
    plans: int
    rows: int
    refused: int
    later: int
    first: dt.date
    last: dt.date
    as_of: dt.date
    weeks: int | None
    groups: int | None
    version: str


def methods(told: Told) -> dict[str, str]:
    """By what EMERGE asks for, the sentences to print."""
    return {
        "Phase": _phase(),
        "Source": _source(told),
        "Window": _window(told),
        "Measure": _measure(),
        "Tolerance": _tolerance(),
        "Missing": _missing(),
        "Summary": _summary(),
        **({"Trajectories": _trajectories(told.groups)} if told.groups else {}),
        "Software": f"Homestretch {told.version}; the same plans and diaries give the same numbers.",
    }


def _phase() -> str:
    return (
        "Implementation of a prescribed home exercise plan, and persistence with it; initiation is not judged, since "
        "a diary cannot tell who never began from who never wrote."
    )


def _source(told: Told) -> str:
    said = [f"{_rows(told.rows)} filled in"]
    if told.later:
        said.append(f"{_rows(told.later)} of later days than {in_words(told.as_of)} left out")
    if told.refused:
        said.append(f"{_rows(told.refused)} that could not be read for certain or did not fit the plan left out")
    return (
        f"Self-report in diaries of {counted(told.patients, 'patient')} with {counted(told.plans, 'plan')} "
        f"({'; '.join(said)}). Each row was held against the version of "
        f"the plan that was in force on its day. {CAVEAT}"
    )


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _window(told: Told) -> str:
    end = f"for {counted(told.weeks, 'week')}" if told.weeks else "to the last day of their plans"
    same = f"the first day was {in_words(told.first)} for all"
    ran = f"first days ran from {in_words(told.first)} to {in_words(told.last)}"
    return (
        f"Each patient was followed from the first day of their first plan {end}, and not beyond "
        f"{in_words(told.as_of)}; {same if told.first == told.last else ran}. Weeks are "
        "counted from a patient's first day. Days in an agreed pause count for nothing."
    )


def _measure() -> str:
    gaps = f"{', '.join(map(str, GAPS[:-1]))} and {GAPS[-1]}"
    return (
        "Recorded adherence is the number of sessions done over the number due (D/E). Due are the sessions of the "
        "plan: those of fixed days, and those whose days the patient picks, which count within their week and at most "
        f"as often as agreed. {RULE} What was done beyond that is not counted. Full sessions are those in which every "
        "exercise due was done wholly on every side. The dose is that of sessions that tell it, capped at what was "
        "planned exercise by exercise. Persistence is the number of active days (days on which anything was due) up "
        f"to the last one done before more than {gaps} active days in a row without a session; its curve is Kaplan "
        "and Meier's, with patients who still went on, or whose plan ended, followed to their last day done."
    )


def _tolerance() -> str:
    return (
        "Relative dose intensity is the dose done over the dose planned, over the days of the plan, with 0 for a "
        "session not done; it is told of patients whose every session done tells its dose. A plan that is over was "
        f"stopped if at least its last {INTERRUPTION} sessions were missed; {INTERRUPTION} or more in a row before it "
        "are an interruption. A session done with less than planned was lowered, one that the patient calls partly "
        "done ended early (Nilsen 2018)."
    )


def _missing() -> str:
    return (
        "A session of which nothing was logged is missing (M), which is not the same as one logged as not done (X). "
        "Recorded adherence counts it as not done; beside it stand the share of what was logged, D/(D+X), and the "
        "upper bound, (D+M)/E, as if every missing session had been done. Nothing was imputed. Below "
        f"{_percent(LOGGED)} of sessions logged, a single patient is not judged."
    )


def _summary() -> str:
    return (
        f"Patients with at least {FEW} sessions due count once each in mean, median and quartiles; the pooled ratio "
        "is the sum of sessions done over the sum due. The interval of the mean is Student's, from "
        f"{FEW_PATIENTS} patients on. A patient's own interval allows for sessions that hang together. Weeks with "
        f"fewer than {FEW_DAYS} active days are left out of weekly figures. {_percent(THRESHOLD)} or more is counted "
        "as satisfactory (Bailey 2020)."
    )


def _trajectories(groups: int) -> str:
    return (
        f"Patients were put into {counted(groups, 'group')} by a group-based trajectory model (Nagin 1999): a mixture "
        "of binomials with a curve for each group, quadratic over the weeks on the logit scale; the number of groups "
        f"was given, not searched for. A session counts as 1/{DEFF:.2f} of an independent one, since sessions of one "
        f"person hang together. Memberships are probabilities; a group whose mean membership is below {SURE:g} is not "
        "told apart."
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def paragraph(parts: dict[str, str]) -> str:
    """In one text."""
    return " ".join(f"{head}: {text}" for head, text in parts.items())
