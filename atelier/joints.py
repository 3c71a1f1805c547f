"""What each angle is called at the bedside, in groups; and the room's names in plain words.

What + and - mean is what the picture does. The place of the pelvis is told in cm of a body of 175 cm.
"""

from __future__ import annotations

import re

_BODY = {
    "root.z": "Pelvis, height (cm)",
    "root.x": "Pelvis, place along x (cm)",
    "root.y": "Pelvis, place along y (cm)",
    "root.pitch": "Tilt forward (− back)",
    "root.roll": "Tilt to the right (− left)",
    "root.twist": "Roll to its left, about the long axis (− right)",
    "root.yaw": "Turn to the left, about the upright (− right)",
}
_SPINE = {
    "flex": "{} flexion (− extension)",
    "side": "{} side bend to the left (− right)",
    "rot": "{} rotation to the left (− right)",
}
_TRUNK = {
    f"{part}.{motion}": label.format(name)
    for part, name in (("neck", "Neck"), ("thorax", "Upper back"), ("lumbar", "Low back"))
    for motion, label in _SPINE.items()
}
_ARM = {
    "shoulder.flex": "Shoulder flexion (− extension)",
    "shoulder.abd": "Shoulder abduction (− adduction)",
    "shoulder.rot": "Shoulder external rotation (− internal)",
    "elbow.flex": "Elbow flexion",
    "forearm.pron": "Forearm pronation (− supination)",
    "wrist.flex": "Wrist flexion (− extension)",
    "wrist.dev": "Wrist ulnar deviation (− radial)",
    "clav.elev": "Shoulder girdle elevation (− depression)",
    "clav.prot": "Shoulder girdle protraction (− retraction)",
}
_LEG = {
    "hip.flex": "Hip flexion (− extension)",
    "hip.abd": "Hip abduction (− adduction)",
    "hip.rot": "Hip external rotation (− internal)",
    "knee.flex": "Knee flexion",
    "ankle.df": "Ankle dorsiflexion (− plantarflexion)",
    "ankle.inv": "Foot inversion (− eversion)",
    "toes.ext": "Toe extension (− flexion)",
}
_SIDE = {"L": "left", "R": "right"}
_PARTS = {
    "farm": "forearm",
    "uarm": "upper arm",
    "shank": "lower leg",
    "handback": "back of the hand",
    "kneej": "knee joint",
    "anklej": "ankle joint",
    "hipj": "hip joint",
    "shoulderj": "shoulder joint",
}
_PLACES = {"lat": "outside", "med": "inside", "top": "top", "back": "back", "front": "front"}
_NAME = re.compile(r"\b([a-z]\w*)\.([LR])(?:\.([a-z]+))?\b|\b([a-z]+\.[a-z]+)\b")


def _sided(names: dict[str, str], side: str) -> dict[str, str]:
    return {name.replace(".", f".{side}."): label for name, label in names.items()}


# Title of a group to its angles, each with what it is called.
GROUPS: dict[str, dict[str, str]] = {
    "Whole body": _BODY,
    "Trunk and head": _TRUNK,
    "Right arm": _sided(_ARM, "R"),
    "Left arm": _sided(_ARM, "L"),
    "Right leg": _sided(_LEG, "R"),
    "Left leg": _sided(_LEG, "L"),
}


def twin(name: str) -> str:
    """The same angle of the other side; "" for one of the middle."""
    part, _, rest = name.partition(".")
    side, _, motion = rest.partition(".")
    return f"{part}.{'R' if side == 'L' else 'L'}.{motion}" if motion else ""


def in_words(text: str) -> str:
    """`text` with its angles and points named as people name them: "palm.L on floor" is "left palm on floor"."""
    return _NAME.sub(_named, re.sub(r"flat foot ([LR])\b", r"sole.\1", text))


def _named(found: re.Match[str]) -> str:
    part, side, motion, middle = found.groups()
    whole: str = found[0]
    for names in GROUPS.values():
        if whole in names:
            label = names[whole].split(" (")[0].lower()
            return f"{_SIDE[side]} {label}" if motion else label
    if middle or motion:
        return whole
    stem, _, place = part.rpartition("_")
    if stem and place in _PLACES:
        return f"{_PLACES[place]} of the {_SIDE[side]} {stem.replace('_', ' ')}"
    return f"{_SIDE[side]} {_PARTS.get(part, part).replace('_', ' ')}"
