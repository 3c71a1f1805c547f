"""The people in the pictures: body, hair and clothes. The same exercise reads the same in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hair = Literal["bun", "short", "thin"]


@dataclass(frozen=True)
class Person:
    """`age` in years; `heavy` 0 to 1; `sleeve` and `leg`: the share of upper arm and thigh that clothes cover."""

    sex: Literal["female", "male"]
    age: float
    muscle: Literal["average", "min", "max"] = "average"
    heavy: float = 0.0
    hair: Hair = "bun"
    sleeve: float = 0.62
    leg: float = 0.6


PEOPLE: dict[str, Person] = {
    "anna": Person("female", 40, hair="bun"),
    "ben": Person("male", 35, hair="short", sleeve=0.66, leg=0.62),
    "carla": Person("female", 72, hair="short", sleeve=0.72, leg=0.62),
    "dan": Person("male", 55, heavy=0.45, hair="thin", sleeve=0.74, leg=0.63),
}
DEFAULT = "anna"
