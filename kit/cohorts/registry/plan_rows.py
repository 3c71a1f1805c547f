"""Plans as rows of a table: what they ask for, which many share, and when. Labels, names and notes stay behind."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyarrow as pa

from kit.adherence.pattern import Key, Keys
from kit.plan.code import derived_code
from kit.plan.document import from_document, to_document
from kit.plan.plan import Plan

PLANS = pa.schema(
    [
        ("plan_code", pa.string()),
        ("patient_code", pa.string()),
        ("plan_version", pa.int16()),
        ("start", pa.date32()),
        ("pattern", pa.string()),  # a draft that asks the same, from a start of its own on
    ]
)
_NOBODY = derived_code("pattern", "")


def plan_table(plans: Iterable[Plan]) -> pa.Table:
    """PLANS of some plans; each pattern is written out once."""
    keys, known = Keys(), dict[Key, str]()
    rows = []
    for plan in plans:
        bare = plan.model_copy(update={"items": tuple(item.model_copy(update={"note": ""}) for item in plan.items)})
        key = keys.of(bare)
        if key not in known:
            known[key] = _asked(bare)
        rows.append((plan.code, plan.patient_code, plan.version, plan.start, known[key]))
    columns = list(zip(*rows, strict=True)) or [()] * len(PLANS)
    arrays = [pa.array(list(column), field.type) for column, field in zip(columns, PLANS, strict=True)]
    return pa.Table.from_arrays(arrays, schema=PLANS)


def plans_of(table: pa.Table) -> list[Plan]:
    """The plans again, the same to every measure; each pattern is read once."""
    patterns = {text: from_document(text, "pattern").plan for text in table["pattern"].unique().to_pylist()}
    found = []
    for code, patient, version, start, text in zip(*(column.to_pylist() for column in table.columns), strict=True):
        its = patterns[text]
        later = start - its.start
        pauses = (
            pause.model_copy(update={"start": pause.start + later, "end": pause.end + later}) for pause in its.pauses
        )
        when = {"start": start, "review_on": its.until + later, "pauses": tuple(pauses)}
        whose = {"code": code, "patient_code": patient, "version": version, "plan_id": code}
        found.append(its.model_copy(update={**when, **whose}))
    return found


def _asked(plan: Plan) -> str:
    """The plan as a draft of nobody's."""
    data = json.loads(to_document(plan))
    kept = {name: data[name] for name in ("format", "start", "items", "pauses") if name in data}
    nobody = {"code": _NOBODY, "patient_code": _NOBODY, "plan_id": _NOBODY, "version": 1}
    return json.dumps({**kept, **nobody, "review_on": plan.until.isoformat()})
