"""A job for each exercise: all of them, in order, on one thread each."""

from __future__ import annotations

import os

import pytest

from atelier.workers import each


def process(exercise_id: str) -> tuple[str, int]:
    return exercise_id, os.getpid()


def test_many_are_spread_over_processes_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is done once, in another process, whose sums take one thread; our own surroundings stay as they were."""
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    found = list(each(os.path.basename, ["b/x", "a/y", "c/z"]))
    assert found == ["x", "y", "z"]
    assert list(each(os.getenv, ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"])) == ["1", "1"]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "7"
    assert "OMP_NUM_THREADS" not in os.environ


def test_one_alone_is_done_here() -> None:
    """One is not worth a process, and none gives none."""
    assert list(each(process, ["bridge"])) == [("bridge", os.getpid())]
    assert list(each(process, [])) == []
