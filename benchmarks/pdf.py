"""CPU of a warm PDF from a plan, against the bare typst compile inside it. The aim: at most 2.

Every round has a dose of its own on every item, so that typst's memory of unchanged parts helps neither side.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time

from kit.clinic import FORMS, Clinic
from kit.handouts.document import document
from kit.handouts.pdf import SOURCES, to_pdf, tree
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.typeset.fonts import drawable
from kit.typeset.pdf import STANDARDS, _compiler

ROUNDS = 40
CLINIC = Clinic(name="Sample Clinic (synthetic)")


def plan_of(number: int, library: Library) -> Plan:
    """A plan that shares no dose sentence with that of another round."""
    plan = template("knee-glute-stretches").plan(library, f"P-{number}", dt.date(2026, 6, 1), f"P-{number}")
    for item in plan.items:
        plan = plan.adjust(item.item_id, hold_s=10 + number)
    return plan


def main() -> None:
    library = Library.load()
    whole, bare = [], []
    for number in range(ROUNDS * 2):
        plan = plan_of(number, library)
        if number % 2:
            start = time.process_time()
            to_pdf(document(resolve(plan, library), CLINIC))
            whole.append(time.process_time() - start)
        else:
            data, pictures = tree(document(resolve(plan, library), CLINIC))
            inputs = {
                "data": json.dumps(drawable(data), ensure_ascii=False),
                "pictures": json.dumps(pictures, ensure_ascii=False),
            }
            start = time.process_time()
            _compiler(SOURCES[FORMS[0]].parent).compile_with_warnings(
                SOURCES[FORMS[0]].read_bytes(), format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=0
            )
            bare.append(time.process_time() - start)
    print(
        f"warm PDF from a plan / bare typst compile: {statistics.median(whole[2:]) / statistics.median(bare[2:]):.2f}"
    )


if __name__ == "__main__":
    main()
