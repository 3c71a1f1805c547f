"""What drawing costs, as ratios: uv run python benchmarks/figures.py (needs the extra `draw`)

- solving: all steps of the derivative in one call, against one call a step;
- drawing: one panel in the depth buffer, against resvg rendering the finished picture at the same size;
- using: a committed picture in another palette and mirrored, against drawing it.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: threads cost more than they bring on small arrays

import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from atelier.curve import UNITS
from atelier.paint import pictures
from atelier.pose import read_pose
from atelier.sheet import render
from atelier.solve import Problem
from atelier.studio import solved_angles
from kit.figures import figure

SAMPLE = ("supine_figure4_stretch", "standing_itb_stretch", "sit_to_stand")
ROUNDS = 5


def cpu_s(job: Callable[[], object]) -> float:
    """Median seconds of processor time of one run."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return statistics.median(times)


def one_by_one(problem: Problem, at: np.ndarray) -> None:
    for column in range(len(at)):
        step = np.zeros_like(at)
        step[column] = 1e-4
        problem.residuals((at + step)[None])


def both_sides(exercise_id: str, panel: str) -> list[str]:
    """The committed picture in another palette: as it was drawn, and mirrored."""
    return [figure(exercise_id, panel, "left", "grey"), figure(exercise_id, panel, "right", "grey")]


def main() -> None:
    print(f"{'exercise':26} {'solving':>9} {'drawing':>9} {'using':>9}")
    for exercise_id in SAMPLE:
        pose = read_pose(exercise_id)
        angles, _ = solved_angles(pose)
        panel = pose.panels[0]
        problem = Problem(panel, None)
        at = problem.aim / problem.scale
        solving = cpu_s(partial(problem.slope, at)) / cpu_s(partial(one_by_one, problem, at))
        one = pose.model_copy(update={"panels": (panel,)})
        drawn = cpu_s(partial(pictures, one, angles))
        svg = figure(exercise_id, panel.name)
        rendered = cpu_s(partial(render, svg, 1 / UNITS))
        used = cpu_s(partial(both_sides, exercise_id, panel.name)) / 2
        print(f"{exercise_id:26} {solving:9.2f} {drawn / rendered:9.1f} {used / drawn:9.5f}")


if __name__ == "__main__":
    main()
