"""What a clinic may set of the limits that plans are reviewed by: `[settings]` of `clinic.toml`.

Each number has a default and a bound (mark D: the project's own design choice). A clinic may be stricter as it
likes, and looser up to the bound.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from kit.model import Model

CLINIC_SETTING = "clinic setting"


def _caution_first(pair: tuple[int, int]) -> tuple[int, int]:
    if pair[0] > pair[1]:
        raise ValueError(f"[{pair[0]}, {pair[1]}]: the caution comes before the error. Put the lower number first.")
    return pair


def _days(most: int) -> object:
    return Field(strict=True, ge=1, le=most)


def _up_to(most: int) -> object:
    return Field(strict=True, ge=0, le=most)


class Part(Model):
    """One table of the settings."""

    def source(self, name: str, default: str) -> str:
        """Where the number called `name` is from: the clinic, if it is not the kit's own, else `default`."""
        own = type(self).model_fields[name].get_default()
        return default if getattr(self, name) == own else CLINIC_SETTING


class Dates(Part):
    """Days, but for the months of the far end. Of a pair the first is a CAUTION, the second an ERROR, above each."""

    screen_age_days: Annotated[int, _days(30)] = 14  # of the red-flag screen on the day of issue
    answer_age_days: Annotated[int, _days(180)] = 90  # of an answer that is carried to the next version
    sign_off_age_days: Annotated[int, _days(30)] = 14  # of the release of a STOP on the day of issue
    start_before_issue: Annotated[
        tuple[Annotated[int, _up_to(14)], Annotated[int, _up_to(90)]], AfterValidator(_caution_first)
    ] = (7, 60)
    start_after_issue: Annotated[
        tuple[Annotated[int, _up_to(56)], Annotated[int, _up_to(366)]], AfterValidator(_caution_first)
    ] = (28, 183)
    review_after_start_days: Annotated[int, _days(183)] = 84  # the law of a plan, 366 days, is no setting
    far_end_months: Annotated[int, _days(60)] = 24  # of the end of a condition


class Settings(Model):
    """The clinic's limits; what it does not set is the kit's own.

    >>> Settings(dates={"screen_age_days": 7}).dates.source("screen_age_days", "design choice (D)")
    'clinic setting'
    """

    dates: Dates = Dates()
    second_person: Annotated[bool, Field(strict=True)] = False  # whoever releases a STOP may not issue the plan


SETTINGS = Settings()
