"""What synthetic patients write in their own words. Nobody's: every sentence was made up for this."""

from __future__ import annotations

REASONS = ("forgot", "no time", "unsure how", "felt better", "ill", "pain")
SKIPS = ("unsure how", "pain", "no time", "other")
SIGNS = (
    "Numb around the seat since last night",
    "My calf is hot and swollen on one side",
    "Fever and shaking since Sunday",
    "Could not hold my water this morning",
)
NOTES = (
    "Easier than last time.",
    "Did it in front of the news.",
    "Knees on the carpet hurt, took a cushion.",
    "Slept badly, so a bit slower.",
    "Not sure I do the last one right.",
    "The grandchildren joined in!",
    "Stairs feel better this week.",
    "Stiff in the morning, fine by noon.",
    "Only had ten minutes.",
    "Long day on my feet, legs heavy.",
    "Could do more now.",
    "Garden work did the rest today.",
)
FLARE_NOTE = "Too much after the walk, it throbbed all night."
EXTRA_NOTE = "Had time, did it anyway."
