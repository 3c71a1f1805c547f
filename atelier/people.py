"""The people in the pictures: body, hair and clothes. The same exercise reads the same in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hair = Literal["bun", "short", "waves", "thin"]


@dataclass(frozen=True)
class Person:
    """`age` in years; `heavy` 0 to 1; `sleeve` and `leg`: the share of upper arm and thigh that clothes cover.

    `hips`: how much narrower than the base mesh, `belly`, `chest` and `seat` how much flatter, 0 to 1: lying down, a
    trunk as deep as the mesh's would be read as a barrel, and in shorts its hips as a bell. `thigh`, `upper_arm`,
    `forearm` and `foot`: how much longer, 0 to 1; the mesh's are shorter than people's, of whose height hip to knee is
    a quarter, shoulder to elbow a sixth, and a foot a seventh.
    """

    sex: Literal["female", "male"]
    age: float
    muscle: Literal["average", "min", "max"] = "average"
    heavy: float = 0.0
    hips: float = 0.0
    belly: float = 0.0
    chest: float = 0.0
    seat: float = 0.0
    thigh: float = 0.0
    upper_arm: float = 0.0
    forearm: float = 0.0
    foot: float = 0.0
    hair: Hair = "bun"
    sleeve: float = 0.62
    leg: float = 0.7


PEOPLE: dict[str, Person] = {
    "anna": Person(
        "female",
        40,
        hips=0.7,
        belly=0.4,
        chest=1.0,
        seat=0.5,
        thigh=0.3,
        upper_arm=0.6,
        forearm=0.35,
        foot=0.5,
        hair="bun",
    ),
    "ben": Person(
        "male",
        35,
        hips=0.3,
        belly=0.5,
        chest=0.5,
        seat=0.4,
        thigh=0.25,
        upper_arm=0.6,
        hair="short",
        sleeve=0.66,
        leg=0.71,
    ),
    "carla": Person(
        "female",
        72,
        hips=0.6,
        belly=0.5,
        chest=0.6,
        seat=0.4,
        thigh=0.3,
        upper_arm=0.6,
        forearm=0.35,
        foot=0.5,
        hair="waves",
        sleeve=0.72,
        leg=0.71,
    ),
    "dan": Person("male", 55, heavy=0.45, thigh=0.35, upper_arm=0.6, hair="thin", sleeve=0.74, leg=0.71),
}
DEFAULT = "anna"
