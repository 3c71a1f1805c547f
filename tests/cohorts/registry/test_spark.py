"""Spark finds what the threads find, to the last type."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

from kit.cohorts.registry import spark
from kit.cohorts.registry.build import build_registry
from kit.cohorts.registry.run import count_registry
from kit.cohorts.registry.spark import count_with_spark
from kit.errors import ContentError, MachineError
from kit.plan.plan import Plan
from tests.adherence.conftest import START

AS_OF = START + dt.timedelta(days=24)
Drawn = tuple[list[list[Plan]], pd.DataFrame]


def needed() -> None:
    lacks = [name for name, there in (("pyspark", find_spec("pyspark")), ("Java", shutil.which("java"))) if not there]
    if lacks:
        why = f"{' and '.join(lacks)} not here: uv sync --extra spark; apt-get install default-jre-headless"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)


def test_spark_finds_the_same(fuzzed: Callable[[int, int], Drawn], tmp_path: Path) -> None:
    """Of fuzzed diaries in many buckets: equal frames."""
    needed()
    every, rows = fuzzed(22, 30)
    build_registry(tmp_path, [([plan for plans in every for plan in plans], rows)], size=400)
    wanted, found = count_registry(tmp_path, AS_OF), count_with_spark(tmp_path, AS_OF, "local[1]")
    for one, other in zip(found, wanted, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_what_spark_gives_up_on_is_told_in_a_line(tmp_path: Path) -> None:
    """And not in a page of Java."""
    needed()
    with pytest.raises(MachineError) as refused:
        count_with_spark(tmp_path / "none", AS_OF, "local[1]")
    said = str(refused.value)
    assert said.startswith("engine: Spark has given up: ")
    assert said.endswith("Mend that, or count it with the engine threads.")
    assert "\n" not in said
    assert spark.spark_session("local[1]").conf.get("spark.log.level") == "ERROR"


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    if not find_spec("pyspark"):
        pytest.skip("pyspark not here: uv sync --extra spark")
    monkeypatch.setattr("kit.cohorts.registry.spark.shutil.which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MachineError) as refused:
        spark.spark_session()
    java = "Install Java 17 or newer (Debian: apt-get install default-jre-headless)."
    assert str(refused.value) == f"engine: Spark needs Java, which is not here. {java}"


def test_a_java_home_without_java_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark would take it before the Java that is there."""
    if not find_spec("pyspark"):
        pytest.skip("pyspark not here: uv sync --extra spark")
    monkeypatch.setenv("JAVA_HOME", "/no/java")
    with pytest.raises(MachineError) as refused:
        spark.spark_session()
    mend = "Set it to the folder of Java 17 or newer, or unset it."
    assert str(refused.value) == f"engine: JAVA_HOME is “/no/java”, where no Java is. {mend}"


def test_a_master_that_is_none() -> None:
    with pytest.raises(ContentError) as refused:
        spark.spark_session("nonsense")
    mend = "Give local, local[2], yarn, spark://HOST:PORT or k8s://HOST."
    assert str(refused.value) == f"master: “nonsense” is no place where Spark runs. {mend}"
