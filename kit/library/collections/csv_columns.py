"""The columns of a CSV table of exercises. Only `name` has to be there; what else is missing needs a clinician.

A cell with several entries, such as steps, has them on lines of their own or parted by "|"; "none" says that there
are none, while an empty cell says nothing. Numbers are whole
seconds and counts, `load_kg` may have a comma or a point. `tags` are movement tags, as hip_flex_90plus or, with the
limb, hip_flex_90plus@both; steps, feel and mistakes may hold {lead} and {other}. `licence`, `author` and
`licence_url` are for texts of others; without them an exercise counts as the clinician's own.
"""

from __future__ import annotations

TEXTS = (
    "name",
    "patient_name",
    "category",
    "region",
    "position",
    "sides",
    "lead_side",
    "lead_is",
    "purpose",
    "feel",
    "breathing",
)
LISTS = ("aliases", "regions", "equipment", "steps", "mistakes", "precautions", "tags")
MUSCLES = ("muscles", "muscles_secondary")
DOSE = (
    "sets",
    "reps",
    "hold_s",
    "tempo_s",
    "rest_rep_s",
    "rest_set_s",
    "setup_s",
    "switch_s",
    "duration_s",
    "load_kg",
    "band",
)
FREQUENCY = ("days_a_week", "times_a_day")
LICENCE = ("licence", "author", "licence_url")
COLUMNS = (*TEXTS, *LISTS, *MUSCLES, *DOSE, *FREQUENCY, *LICENCE)
# Without one of these a repetition takes no time, so that the dose is not known.
WORK = ("hold_s", "tempo_s", "duration_s")
# What a spreadsheet may call a column.
OTHER_NAMES = {
    "exercise": "name",
    "title": "name",
    "instructions": "steps",
    "movement_tags": "tags",
    "license": "licence",
    "license_url": "licence_url",
    "primary_muscles": "muscles",
    "secondary_muscles": "muscles_secondary",
    "repetitions": "reps",
    "side": "sides",
}
