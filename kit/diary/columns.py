"""The columns of `diary.csv`, in the order that is a promise to everybody who reads one."""

from __future__ import annotations

from typing import Literal, get_args

# Printed by the kit: which row this is. `exercise` and `prescribed` are there for the patient alone.
PRINTED: tuple[str, ...] = (
    "plan_code",
    "plan_id",
    "plan_version",
    "item_id",
    "week",
    "date",
    "slot",
    "exercise_id",
    "exercise",
    "side",
    "prescribed",
)
# Filled in by the patient; seconds, kilograms, and 0 to 10 for pain, effort, and the activities that matter to her.
Answer = Literal[
    "status",
    "sets_done",
    "reps_done",
    "reps_last_set",
    "hold_done_s",
    "load_kg",
    "pain_before",
    "pain_worst",
    "pain_after",
    "pain_next_morning",
    "effort",
    "reason",
    "help_sign",
    "started_at",
    "logged_at",
    "note",
    "activity_1",
    "activity_2",
    "activity_3",
]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
COLUMNS: tuple[str, ...] = PRINTED + ANSWERS
# Without these a row cannot be placed; every other column may be missing. Diaries printed before plans had codes have
# a `plan_id` in place of the code.
REQUIRED: tuple[str, ...] = ("plan_code", "plan_version", "item_id", "week", "date", "slot", "side", "status")
CODE, LABEL = "plan_code", "plan_id"
# These belong to the session: any row of it may carry them.
OF_SESSION: tuple[str, ...] = ("pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort")
# These too, every two weeks: how well the plan's activities go, in their order.
ACTIVITIES: tuple[str, ...] = ("activity_1", "activity_2", "activity_3")
RATED: tuple[str, ...] = OF_SESSION + ACTIVITIES
