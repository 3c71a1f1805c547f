"""Named points on the skin: where contacts touch, arrows start and the felt area lies.

Each has a bone, a place on the body at rest (in H) and the direction in which the skin faces there.
`docs/poses.md` lists the names for authors.
"""

from __future__ import annotations

from dataclasses import dataclass

from atelier.proportions import (
    ANKLE_Z,
    ARM_X,
    ELBOW_Z,
    HAND,
    HIP_Y,
    HIP_Z,
    KNEE_Z,
    SHOULDER_Y,
    SHOULDER_Z,
    SIDES,
    WRIST_Z,
    Array,
)
from atelier.skeleton import Frames

Vec = tuple[float, float, float]


@dataclass(frozen=True)
class Landmark:
    bone: str
    place: Vec  # on the body at rest, in H
    faces: Vec  # outward, need not have length 1


LANDMARKS: dict[str, Landmark] = {
    "sacrum": Landmark("pelvis", (-0.066, 0, 0.56), (-1, 0, 0)),
    "low_back": Landmark("lum2", (-0.055, 0, 0.63), (-1, 0, 0)),
    "belly": Landmark("lum2", (0.052, 0, 0.63), (1, 0, 0)),
    "upper_back": Landmark("thorax", (-0.073, 0, 0.76), (-1, 0, 0)),
    "chest": Landmark("thorax", (0.06, 0, 0.76), (1, 0, 0)),
    "neck_back": Landmark("neck", (-0.042, 0, 0.86), (-1, 0, 0)),
    "occiput": Landmark("head", (-0.058, 0, 0.945), (-1, 0, 0)),
    "crown": Landmark("head", (0, 0, 1.0), (0, 0, 1)),
    "forehead": Landmark("head", (0.052, 0, 0.965), (1, 0, 0)),
    "nose": Landmark("head", (0.062, 0, 0.925), (1, 0, 0)),
    "chin": Landmark("head", (0.046, 0, 0.884), (0.8, 0, -0.6)),
}


def _leg(s: str, k: int) -> dict[str, Landmark]:
    y = HIP_Y * k
    pelvis, thigh, shank, foot = "pelvis", f"thigh.{s}", f"shank.{s}", f"foot.{s}"
    return {
        f"hip_lat.{s}": Landmark(pelvis, (0, 0.094 * k, 0.535), (0, k, 0)),
        f"iliac.{s}": Landmark(pelvis, (0, 0.083 * k, 0.605), (0, k, 0)),
        f"asis.{s}": Landmark(pelvis, (0.055, 0.06 * k, 0.59), (1, 0, 0)),
        f"groin.{s}": Landmark(pelvis, (0.050, 0.050 * k, 0.545), (1, 0, 0)),
        f"glute.{s}": Landmark(pelvis, (-0.045, 0.070 * k, 0.535), (-0.7, 0.7 * k, 0)),
        f"buttock.{s}": Landmark(pelvis, (-0.072, 0.045 * k, 0.525), (-1, 0, 0)),
        f"ischium.{s}": Landmark(pelvis, (-0.025, 0.042 * k, 0.468), (0, 0, -1)),
        f"hipj.{s}": Landmark(thigh, (0, y, HIP_Z), (0, k, 0)),
        f"thigh_front.{s}": Landmark(thigh, (0.046, y, 0.41), (1, 0, 0)),
        f"thigh_back.{s}": Landmark(thigh, (-0.046, y, 0.41), (-1, 0, 0)),
        f"thigh_lat.{s}": Landmark(thigh, (0, y + 0.044 * k, 0.41), (0, k, 0)),
        f"thigh_med.{s}": Landmark(thigh, (0, y - 0.044 * k, 0.41), (0, -k, 0)),
        f"thigh_low.{s}": Landmark(thigh, (0.037, y, 0.335), (1, 0, 0)),
        f"thigh_low_med.{s}": Landmark(thigh, (0.012, y - 0.033 * k, 0.335), (0.35, -0.94 * k, 0)),
        f"thigh_low_back.{s}": Landmark(thigh, (-0.036, y, 0.34), (-1, 0, 0)),
        f"thigh_back_lat.{s}": Landmark(thigh, (-0.042, y + 0.020 * k, 0.40), (-0.9, 0.43 * k, 0)),
        f"thigh_back_med.{s}": Landmark(thigh, (-0.042, y - 0.020 * k, 0.385), (-0.9, -0.43 * k, 0)),
        f"knee_top.{s}": Landmark(thigh, (0.036, y, 0.325), (1, 0, 0)),
        f"knee_front.{s}": Landmark(thigh, (0.036, y, 0.292), (1, 0, 0)),
        f"knee_lat.{s}": Landmark(thigh, (0, y + 0.031 * k, 0.29), (0, k, 0)),
        f"knee_med.{s}": Landmark(thigh, (0, y - 0.031 * k, 0.29), (0, -k, 0)),
        f"kneej.{s}": Landmark(shank, (0, y, KNEE_Z), (0, k, 0)),
        f"shin.{s}": Landmark(shank, (0.028, y, 0.2), (1, 0, 0)),
        f"shin_top.{s}": Landmark(shank, (0.031, y, 0.255), (1, 0, 0)),
        f"shin_low.{s}": Landmark(shank, (0.02, y, 0.11), (1, 0, 0)),
        f"calf.{s}": Landmark(shank, (-0.04, y, 0.21), (-1, 0, 0)),
        f"calf_low.{s}": Landmark(shank, (-0.026, y, 0.12), (-1, 0, 0)),
        f"ankle_lat.{s}": Landmark(shank, (-0.002, y + 0.021 * k, 0.045), (0, k, 0)),
        f"ankle_med.{s}": Landmark(shank, (-0.002, y - 0.021 * k, 0.045), (0, -k, 0)),
        f"ankle_front.{s}": Landmark(shank, (0.018, y, 0.06), (1, 0, 0)),
        f"anklej.{s}": Landmark(foot, (0, y, ANKLE_Z), (0, k, 0)),
        f"heel.{s}": Landmark(foot, (-0.030, y, 0), (0, 0, -1)),
        f"heel_back.{s}": Landmark(foot, (-0.048, y, 0.02), (-1, 0, 0)),
        f"ball.{s}": Landmark(foot, (0.075, y, 0), (0, 0, -1)),
        f"sole.{s}": Landmark(foot, (0.03, y, 0.002), (0, 0, -1)),
        f"foot_top.{s}": Landmark(foot, (0.03, y, 0.045), (0.4, 0, 0.9)),
        f"foot_lat.{s}": Landmark(foot, (0.03, y + 0.026 * k, 0.012), (0, k, 0)),
        f"foot_med.{s}": Landmark(foot, (0.03, y - 0.024 * k, 0.015), (0, -k, 0)),
        f"toe.{s}": Landmark(f"toes.{s}", (0.112, y, 0.002), (0, 0, -1)),
        f"toe_tip.{s}": Landmark(f"toes.{s}", (0.116, y, 0.009), (1, 0, 0)),
    }


def _arm(s: str, k: int) -> dict[str, Landmark]:
    y, tip = SHOULDER_Y * k, WRIST_Z - HAND
    upper, fore, hand = f"uarm.{s}", f"farm.{s}", f"hand.{s}"
    return {
        f"scapula.{s}": Landmark("thorax", (-0.068, 0.055 * k, 0.775), (-1, 0, 0)),
        f"shoulder_front.{s}": Landmark("thorax", (0.035, 0.095 * k, 0.79), (0.8, 0.3 * k, 0.4)),
        f"trapezius.{s}": Landmark("thorax", (-0.020, 0.045 * k, 0.845), (-0.3, 0, 1)),
        f"temple.{s}": Landmark("head", (-0.01, 0.047 * k, 0.94), (0, k, 0)),
        f"shoulder.{s}": Landmark(upper, (ARM_X, y + 0.033 * k, 0.80), (0, k, 0)),
        f"shoulderj.{s}": Landmark(upper, (ARM_X, y, SHOULDER_Z), (0, k, 0)),
        f"upper_arm.{s}": Landmark(upper, (ARM_X, y + 0.026 * k, 0.72), (0, k, 0)),
        f"elbow.{s}": Landmark(upper, (-0.028, y, ELBOW_Z), (-1, 0, 0)),
        f"elbow_lat.{s}": Landmark(upper, (ARM_X, y + 0.024 * k, ELBOW_Z), (0, k, 0)),
        f"elbow_med.{s}": Landmark(upper, (ARM_X, y - 0.022 * k, ELBOW_Z), (0, -k, 0)),
        f"forearm.{s}": Landmark(fore, (ARM_X, y + 0.019 * k, 0.555), (0, k, 0)),
        f"forearm_inner.{s}": Landmark(fore, (ARM_X, y - 0.019 * k, 0.555), (0, -k, 0)),
        f"forearm_ulna.{s}": Landmark(fore, (ARM_X - 0.021, y, 0.56), (-1, 0, 0)),
        f"wrist.{s}": Landmark(hand, (ARM_X, y, WRIST_Z), (0, k, 0)),
        f"palm.{s}": Landmark(hand, (-0.006, y - 0.013 * k, WRIST_Z - 0.045), (0, -k, 0)),
        f"handback.{s}": Landmark(hand, (-0.006, y + 0.013 * k, WRIST_Z - 0.045), (0, k, 0)),
        f"fist.{s}": Landmark(hand, (-0.006, y - 0.020 * k, WRIST_Z - 0.062), (0, -0.7 * k, -0.7)),
        f"fingertip.{s}": Landmark(f"fin2.{s}", (-0.006, y, tip), (0, 0, -1)),
    }


for _s, _k in SIDES:
    LANDMARKS |= _leg(_s, _k) | _arm(_s, _k)


def spot(frames: Frames, name: str) -> tuple[Array, Array]:
    """Where a landmark is and which way its skin faces: two (n, 3); the direction has length 1."""
    mark = LANDMARKS[name]
    faces = frames.direction(mark.bone, mark.faces)
    length = sum(part * part for part in mark.faces) ** 0.5
    return frames.point(mark.bone, mark.place), faces / length
