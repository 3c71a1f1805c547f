"""How often each interval covers the true share, where sessions hang together: 18 cells, worked out exactly.

A series is a binary Markov chain: 28 or 56 sessions, true share 0.5, 0.7, 0.85, correlation from one to the next 0,
0.3, 0.5. The interval hangs on how the series begins and on how often one session follows the other, so that all series
of a cell fall into some thousand kinds, whose chances add up: no chance of a simulation is left. `--simulate ROUNDS`
draws series as well, for whoever trusts drawn ones more.

Prints coverage and mean width for plain Wilson, Wilson with the effective number, and the kit's interval; then how
often "clearly" is said on the wrong side of 0.80, and at 0.80 itself. The aims: at least 93 % in each cell, at no more
mean width than the effective number.

    uv run python benchmarks/intervals.py [--simulate 2000]
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from kit.statistics.certainty import THRESHOLD, words
from kit.statistics.interval import Bounds, effective, interval, wilson

CELLS = list(product((28, 56), (0.5, 0.7, 0.85), (0.0, 0.3, 0.5)))
TRUTHS = (0.5, 0.6, 0.7, 0.75, 0.80, 0.85, 0.9)
INTERVALS: dict[str, Callable[[Sequence[bool]], Bounds]] = {
    "plain": lambda done: wilson(sum(done), len(done)),
    "effective": lambda done: effective(done).bounds,
    "kit": interval,
}


class Kind(NamedTuple):
    """All series of one length that begin and end alike with as many runs done (`up`) and not (`down`)."""

    first: int
    k: int
    up: int
    down: int
    n: int

    @property
    def last(self) -> int:
        return self.first if self.up != self.down else 1 - self.first

    @property
    def steps(self) -> tuple[int, int, int, int]:
        """Done after done, not after done, done after not, not after not."""
        return self.k - self.up, self.up - self.last, self.up - self.first, self.n - self.k - self.down

    def series(self) -> list[bool]:
        """One of them."""
        runs = [[self.k, self.up], [self.n - self.k, self.down]]  # sessions and runs left, of done and of not
        found: list[bool] = []
        value = bool(self.first)
        while len(found) < self.n:
            left = runs[not value]
            length = left[0] if left[1] == 1 else 1
            left[0], left[1] = left[0] - length, left[1] - 1
            found += [value] * length
            value = not value
        return found

    def chance(self, p: float, r: float) -> float:
        """That a series is one of them."""
        again, anew = p + r * (1 - p), p * (1 - r)
        ways = (again, 1 - again, anew, 1 - anew)
        one = (p if self.first else 1 - p) * math.prod(way**count for way, count in zip(ways, self.steps, strict=True))
        return one * _splits(self.k, self.up) * _splits(self.n - self.k, self.down)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simulate", type=int, default=0, help="series to draw for each cell")
    rounds = parser.parse_args().simulate
    kinds = {n: _kinds(n) for n in (28, 56)}
    bounds = {name: {n: [made(one.series()) for one in kinds[n]] for n in kinds} for name, made in INTERVALS.items()}
    print(f"{'n':>3} {'p':>5} {'r':>4} " + " ".join(f"{name + ' covers':>17} {'width':>6}" for name in INTERVALS))
    told: dict[str, list[tuple[float, float]]] = {name: [] for name in INTERVALS}
    for n, p, r in CELLS:
        chances = [one.chance(p, r) for one in kinds[n]]
        line = ""
        for name in INTERVALS:
            covered = _sum(c for c, (low, high) in zip(chances, bounds[name][n], strict=True) if low <= p <= high)
            width = _sum(c * (high - low) for c, (low, high) in zip(chances, bounds[name][n], strict=True))
            told[name].append((covered, width))
            line += f" {covered:17.1%} {width:6.3f}"
        print(f"{n:3d} {p:5.2f} {r:4.1f}{line}")
    for name, cells in told.items():
        shares, widths = [one for one, _ in cells], [one for _, one in cells]
        ratios = [mine / plain for (_, mine), (_, plain) in zip(cells, told["plain"], strict=True)]
        print(
            f"{name}: covers {min(shares):.1%} to {max(shares):.1%}, mean width {sum(widths) / len(widths):.4f}, "
            f"{min(ratios):.2f} to {max(ratios):.2f} times the plain one"
        )
    _wrong_words(kinds, bounds)
    if rounds:
        _simulated(rounds)


def _wrong_words(kinds: dict[int, list[Kind]], bounds: dict[str, dict[int, list[Bounds]]]) -> None:
    """How often "clearly" is said that is not so; at the threshold itself, how often it is said at all."""
    print(f"\n“Clearly” on the wrong side of {THRESHOLD}, mean and worst over n and r; at {THRESHOLD} either way:")
    for name, truth in product(INTERVALS, TRUTHS):
        wrong = {"clearly at or above"} if truth < THRESHOLD else {"clearly below"}
        wrong |= {"clearly at or above"} if truth == THRESHOLD else set()
        wrongs = [
            _sum(
                one.chance(truth, r)
                for one, found in zip(kinds[n], bounds[name][n], strict=True)
                if words(found) in wrong
            )
            for n, r in product(kinds, (0.0, 0.3, 0.5))
        ]
        print(f"{name:>10}, true share {truth:.2f}: mean {sum(wrongs) / len(wrongs):6.2%}, worst {max(wrongs):6.2%}")


def _simulated(rounds: int) -> None:
    print(f"\nDrawn, {rounds} series a cell:")
    draw = random.Random(12)
    for n, p, r in CELLS:
        covered = dict.fromkeys(INTERVALS, 0)
        for _ in range(rounds):
            done = [draw.random() < p]
            while len(done) < n:
                done.append(done[-1] if draw.random() < r else draw.random() < p)
            for name, made in INTERVALS.items():
                low, high = made(done)
                covered[name] += low <= p <= high
        print(
            f"{n:3d} {p:5.2f} {r:4.1f} " + " ".join(f"{name} {count / rounds:.1%}" for name, count in covered.items())
        )


def _kinds(n: int) -> list[Kind]:
    found = []
    for k, first in product(range(n + 1), (0, 1)):
        for up in range(k + 1):
            for down in {up, up - 1 if first else up + 1}:
                kind = Kind(first, k, up, down, n)
                if _splits(k, up) and _splits(n - k, down) and min(kind.steps) >= 0 and (up if first else down):
                    found.append(kind)
    return found


def _splits(sessions: int, runs: int) -> int:
    """In how many ways so many sessions fall into so many runs."""
    if runs <= 0 or sessions < runs:
        return int(sessions == runs == 0)
    return math.comb(sessions - 1, runs - 1)


def _sum(chances: Iterable[float]) -> float:
    return math.fsum(chances)


if __name__ == "__main__":
    main()
