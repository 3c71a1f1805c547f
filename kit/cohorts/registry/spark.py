"""A registry counted by Spark: the same function over the same buckets, on as many machines as there are.

Spark reads the Parquet files, from whatever storage it knows, and hands each bucket to `counted_patients` as a whole
(`applyInPandas` over rows and plans of the same bucket). The two frames of a bucket come back as Arrow bytes, so that
no type is lost on the way.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from kit.cohorts.frames import PATIENT_WEEKS, PATIENTS
from kit.cohorts.registry.bucket import PLANS_FILE, ROWS_FILE
from kit.cohorts.registry.counted import Counted, counted_patients, in_order
from kit.cohorts.registry.diary_rows import PLAIN, rows_of
from kit.cohorts.registry.plan_rows import PLANS, plans_of
from kit.errors import ContentError, Fault, MachineError, quoted

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

LOCAL = "local[*]"
_MASTER = re.compile(r"local(\[(\*|[1-9]\d*)(,\d+)?\])?|yarn|(spark|k8s)://\S+")
_BUCKET = "bucket"  # the folders are named bucket=00000, which Spark takes for a column
_FOUND = "weeks binary, patients binary"
_JAVA = "Install Java 17 or newer (Debian: apt-get install default-jre-headless)."
_PYSPARK = "Install it: pip install 'homestretch[spark]'."


def count_with_spark(folder: os.PathLike[str] | str, as_of: dt.date, master: str | None = None) -> Counted:
    """PATIENT_WEEKS and PATIENTS of a registry up to `as_of`.

    `master` says where Spark runs, on this machine if not given. `folder` is a path, or an address that Spark can
    read. Raises `MachineError` without Spark or Java, and where Spark gives up.
    """
    with warnings.catch_warnings():
        # That its pandas is newer than Spark's own tests: equal frames are a test of this kit's.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        session = spark_session(master)
        from pyspark.errors import PySparkException  # there by now

        try:
            return _counted(session, folder, as_of)
        except PySparkException as error:
            mend = "Mend that, or count it with the engine threads."
            raise MachineError(Fault("engine", f"Spark has given up: {_first_line(error)}.", mend)) from None


def _counted(session: SparkSession, folder: os.PathLike[str] | str, as_of: dt.date) -> Counted:
    rows, plans = (_read(session, folder, name).groupBy(_BUCKET) for name in (ROWS_FILE, PLANS_FILE))

    def counted(its_rows: pd.DataFrame, its_plans: pd.DataFrame) -> pd.DataFrame:
        frames = counted_patients(_plans(its_plans), _rows(its_rows), as_of)
        return pd.DataFrame({name: [_packed(frame)] for name, frame in frames._asdict().items()})

    found = rows.cogroup(plans).applyInPandas(counted, _FOUND).toPandas()
    weeks, patients = (pa.concat_tables(map(_unpacked, found[name])).to_pandas() for name in Counted._fields)
    return in_order(Counted(weeks.astype(PATIENT_WEEKS), patients.astype(PATIENTS)))


def spark_session(master: str | None = None) -> SparkSession:
    """Spark's session, made if there is none.

    Raises `ContentError` for a master that Spark does not know, `MachineError` where Spark or Java is missing, or does
    not start.
    """
    if master and not _MASTER.fullmatch(master):
        what = f"{quoted(master)} is no place where Spark runs."
        raise ContentError(Fault("master", what, "Give local, local[2], yarn, spark://HOST:PORT or k8s://HOST."))
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise MachineError(Fault("engine", "Spark is not here.", _PYSPARK)) from None
    _check_java()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers' Python is this one
    builder = SparkSession.builder.appName("homestretch").master(master or LOCAL)
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        made: SparkSession = builder.getOrCreate()
    except (Py4JError, PySparkException) as error:
        raise MachineError(Fault("engine", f"Spark does not start: {_first_line(error)}.", _JAVA)) from None
    return made


def _first_line(error: Exception) -> str:
    """Of what Spark says, which goes on with a page of its own."""
    return str(error).strip().splitlines()[0].removesuffix(".")


def _check_java() -> None:
    """Raises `MachineError` where there is none; Spark takes that of JAVA_HOME before any other."""
    home = os.environ.get("JAVA_HOME")
    if home and not shutil.which("java", path=Path(home, "bin")):
        what = f"JAVA_HOME is {quoted(home)}, where no Java is."
        raise MachineError(Fault("engine", what, "Set it to the folder of Java 17 or newer, or unset it."))
    if not home and not shutil.which("java"):
        raise MachineError(Fault("engine", "Spark needs Java, which is not here.", _JAVA))


_SETTINGS = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "true",
    "spark.sql.session.timeZone": "UTC",
    # Some buckets a task: of many small ones each worker starts once.
    "spark.sql.adaptive.enabled": "true",
}


def _read(session: SparkSession, folder: os.PathLike[str] | str, name: str) -> DataFrame:
    read = session.read.option("basePath", str(folder)).option("pathGlobFilter", name)
    return read.parquet(f"{folder}/{_BUCKET}=*")


def _rows(found: pd.DataFrame) -> pd.DataFrame:
    return rows_of(pa.Table.from_pandas(found[list(PLAIN.names)], PLAIN, preserve_index=False))


def _plans(found: pd.DataFrame) -> Any:
    return plans_of(pa.Table.from_pandas(found[list(PLANS.names)], PLANS, preserve_index=False))


def _packed(frame: pd.DataFrame) -> bytes:
    table, sink = pa.Table.from_pandas(frame, preserve_index=False), pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    made: bytes = sink.getvalue().to_pybytes()
    return made


def _unpacked(packed: bytes) -> pa.Table:
    return pa.ipc.open_stream(packed).read_all()
