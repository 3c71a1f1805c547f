"""Groups of patients whose weeks ran alike, and how sure it is to which of them each belongs.

Group-based trajectories (Nagin 1999): each group has a curve over the weeks, quadratic on the logit scale, and each
patient belongs to each group with a probability. Sessions of one person hang together, so a session counts for less
than an independent one; without that, memberships would look far surer than they are.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kit.errors import ContentError, Fault

Floats = npt.NDArray[np.float64]

FEW_A_GROUP = 5  # patients for each group that is asked for (D)
HANG_TOGETHER = 0.3  # of one session with the next, where nothing is known (corrections 10.3, D)
DEFF = (1 + HANG_TOGETHER) / (1 - HANG_TOGETHER)  # so many sessions are worth one independent one
_RIDGE = 0.05  # holds the curve of a group in which everything was done within reach
_ROUNDS, _CLOSE = 300, 1e-7
_NEWTON = 2  # steps a round: better than before is enough for the likelihood to rise


@dataclass(frozen=True)
class Latent:
    """`curves`: groups x weeks, the share done. `member`: patients x groups, rows add up to 1. `sizes` add up to 1.

    Groups stand in the order of their mean curve, highest first. `log_likelihood` counts a session as 1/`DEFF`; the
    lower `bic` of two numbers of groups fits better for its size.
    """

    curves: Floats
    member: Floats
    sizes: Floats
    log_likelihood: float
    bic: float
    rounds: int


def latent(done: Floats, due: Floats, groups: int = 3) -> Latent:
    """Of sessions `done` and `due`, patients x weeks; a week in which nothing was due says nothing.

    The best of three deterministic starts: patients dealt out by their share, by how it changes, and by both.

    Raises `ContentError` for fewer than 1 group, fewer than 5 patients a group, and more done than due.
    """
    done, due = np.asarray(done, dtype=float), np.asarray(due, dtype=float)
    _check(done, due, groups)
    done, due = done / DEFF, due / DEFF
    week = np.linspace(-1, 1, due.shape[1]) if due.shape[1] > 1 else np.zeros(1)
    design = np.stack([np.ones_like(week), week, week**2], axis=1)
    found = [_fitted(start, done, due, design) for start in _starts(done, due, groups)]
    best = max(found, key=lambda one: one.log_likelihood)
    order = np.argsort(-best.curves.mean(axis=1), kind="stable")
    return Latent(
        best.curves[order],
        best.member[:, order],
        best.sizes[order],
        best.log_likelihood,
        best.bic,
        best.rounds,
    )


def _check(done: Floats, due: Floats, groups: int) -> None:
    if groups < 1:
        raise ContentError(Fault("groups", f"{groups} is no number of groups.", "Give one from 1."))
    if len(due) < FEW_A_GROUP * groups:
        what = f"{groups} groups would be told from too few patients: {len(due)}."
        raise ContentError(Fault("groups", what, f"Ask for {FEW_A_GROUP} patients a group at least, or fewer groups."))
    if (done < 0).any() or (done > due + 1e-9).any():
        raise ContentError(Fault("done", "more was done than was due.", "Give sessions done of those due."))


def _starts(done: Floats, due: Floats, groups: int) -> Iterator[Floats]:
    """Memberships to begin with."""
    half = due.shape[1] // 2
    early, late, share = _share(done[:, :half], due[:, :half]), _share(done[:, half:], due[:, half:]), _share(done, due)
    for by in (share, late - early, share + (late - early)):
        rank = np.argsort(np.argsort(by, kind="stable"), kind="stable")
        start = np.full((len(due), groups), 0.1 / groups)
        start[np.arange(len(due)), rank * groups // len(due)] += 0.9
        yield start


def _share(done: Floats, due: Floats) -> Floats:
    """Drawn to a half where little was due."""
    return np.asarray((done.sum(axis=1) + 0.5) / (due.sum(axis=1) + 1))


def _fitted(member: Floats, done: Floats, due: Floats, design: Floats) -> Latent:
    """Expectation and maximisation in turn; the likelihood never falls."""
    groups = member.shape[1]
    slopes = np.zeros((groups, design.shape[1]))
    before = -np.inf
    for rounds in itertools.count(1):
        sizes = member.mean(axis=0)
        slopes = np.stack(
            [_curve(slope, weight @ done, weight @ due, design) for slope, weight in zip(slopes, member.T, strict=True)]
        )
        each = _log_likelihoods(slopes, sizes, done, due, design)
        top = each.max(axis=1, keepdims=True)
        weight = np.exp(each - top)
        now = float((top[:, 0] + np.log(weight.sum(axis=1))).sum()) - _penalty(slopes)
        member = weight / weight.sum(axis=1, keepdims=True)
        if now - before < _CLOSE * abs(now) or rounds == _ROUNDS:
            break
        before = now
    free = groups * design.shape[1] + groups - 1
    total = now + _penalty(slopes)
    return Latent(_logistic(slopes @ design.T), member, sizes, total, free * np.log(len(due)) - 2 * total, rounds)


def _log_likelihoods(slopes: Floats, sizes: Floats, done: Floats, due: Floats, design: Floats) -> Floats:
    """Patients x groups, with the size of the group."""
    logit = slopes @ design.T
    log_done, log_not = -np.logaddexp(0, -logit), -np.logaddexp(0, logit)
    return np.asarray(done @ log_done.T + (due - done) @ log_not.T + np.log(np.maximum(sizes, 1e-300)))


def _curve(slope: Floats, done: Floats, due: Floats, design: Floats) -> Floats:
    """The logistic regression of one group, by Newton's steps, each halved until it helps."""
    now = _objective(slope, done, due, design)
    for _ in range(_NEWTON):
        share = _logistic(design @ slope)
        ascent = design.T @ (done - due * share) - _RIDGE * slope
        bend = (design.T * (due * share * (1 - share))) @ design + _RIDGE * np.eye(len(slope))
        step = np.linalg.solve(bend, ascent)
        while (after := _objective(slope + step, done, due, design)) < now and np.abs(step).max() > 1e-12:
            step = step / 2
        if after < now:
            break
        slope, now = slope + step, after
    return slope


def _objective(slope: Floats, done: Floats, due: Floats, design: Floats) -> float:
    logit = design @ slope
    fit = done @ -np.logaddexp(0, -logit) + (due - done) @ -np.logaddexp(0, logit)
    return float(fit - _penalty(slope))


def _penalty(slopes: Floats) -> float:
    return float(_RIDGE / 2 * (slopes**2).sum())


def _logistic(logit: Floats) -> Floats:
    return np.asarray(0.5 * (1 + np.tanh(logit / 2)))
