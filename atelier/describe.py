"""The sentences that stand for a picture, told from the pose: how the body is, what moves, where it is felt.

Sides are written `{lead}` and `{other}`, filled in when the picture is used. An author's own words (`says`) replace
the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from atelier.angles import Array, mirrored
from atelier.arrows import arrow_points
from atelier.landmarks import LANDMARKS
from atelier.pose import Panel
from atelier.posed import Posed
from atelier.props import Chair, Doorway, LoopBand, Mat, Pillow, Prop, Roll, Step, Strand, Table, Wall

BENT, VERY_BENT = 25.0, 60.0  # degrees
EVEN = 8.0  # degrees that two sides of a symmetric body may differ
_PLURAL = {"calf": "calves", "foot": "feet"}
_MOVES = {
    "head": "the head",
    "neck": "the head",
    "thorax": "the body",
    "lum": "the body",
    "pelvis": "the hips",
    "uarm": "the {side} arm",
    "farm": "the {side} arm",
    "hand": "the {side} arm",
    "fin": "the {side} arm",
    "thigh": "the {side} leg",
    "shank": "the {side} leg",
    "foot": "the {side} leg",
    "toes": "the {side} foot",
}
_FELT = {
    "glute": "the {side} buttock",
    "buttock": "the {side} buttock",
    "ischium": "the {side} buttock",
    "hip_lat": "the outside of the {side} hip",
    "iliac": "the {side} side of the waist",
    "asis": "the front of the {side} hip",
    "groin": "the front of the {side} hip",
    "thigh_front": "the front of the {side} thigh",
    "thigh_back": "the back of the {side} thigh",
    "thigh_lat": "the outside of the {side} thigh",
    "thigh_low": "the {side} thigh near the knee",
    "thigh_med": "the inside of the {side} thigh",
    "knee": "the {side} knee",
    "calf": "the {side} calf",
    "shin": "the {side} shin",
    "ankle": "the {side} ankle",
    "foot": "the {side} foot",
    "scapula": "the {side} shoulder blade",
    "shoulder": "the {side} shoulder",
    "upper_arm": "the {side} upper arm",
    "forearm": "the {side} forearm",
    "trapezius": "the {side} side of the neck",
    "neck": "the back of the neck",
    "low_back": "the low back",
    "sacrum": "the low back",
    "upper_back": "the upper back",
    "belly": "the belly",
    "chest": "the chest",
}

_HELD = {
    "seat": "chair",
    "jamb": "door frame",
    "jamb.L": "door frame",
    "jamb.R": "door frame",
    "temple": "under the head",
    "occiput": "behind the head",
    "neck_back": "behind the head",
    "iliac": "on the hip",
    "thigh_back": "behind the thigh",
    "thigh_back_lat": "behind the thigh",
    "thigh_back_med": "behind the thigh",
    "thigh_low_back": "behind the thigh",
    "thigh_front": "on the thigh",
    "thigh_low": "on the thigh",
    "thigh_low_med": "on the thigh",
    "thigh_lat": "on the thigh",
    "thigh_med": "on the thigh",
    "knee_med": "on the knee",
    "knee_top": "on the knee",
    "knee_front": "on the knee",
    "shin_top": "on the shin",
    "shin": "on the shin",
    "shoulder_front": "across the chest",
    "foot_top": "on the foot",
    "ankle_front": "on the ankle",
    "sacrum": "on the low back",
    "low_back": "on the low back",
    "belly": "on the belly",
    "chest": "on the chest",
}


def describe(panel: Panel, angles: Mapping[str, float], lead: str, both: bool = False) -> str:
    """Sentences for one panel; `lead` is the letter, L or R, of the side that was drawn as the leading one.

    `both`: the exercise is done with both sides at once, so that what is marked on one side is said of both,
    as long as the body is symmetric.
    """
    both = both and _symmetric(angles)
    now = panel.posed(angles)
    first = (
        panel.says
        or f"A person {_posture(panel, angles, now)}{_place(panel, now)}, {_legs(angles)}{_arms(panel, now)}."
    )
    words = [first.rstrip(".") + "."]
    if panel.arrows:
        words.append(f"An arrow shows {_movement(panel, now, both)}.")
    if panel.felt:
        places = dict.fromkeys(_named(_FELT, felt.at, felt.at, both) for felt in panel.felt)
        words.append(f"It is felt in {_listed(list(places))}.")
    return _sided(" ".join(words), lead)


def _sided(text: str, lead: str) -> str:
    """{L} and {R} as {lead} and {other}."""
    other = "L" if lead == "R" else "R"
    return text.replace(f"{{{lead}}}", "{lead}").replace(f"{{{other}}}", "{other}")


def _posture(panel: Panel, angles: Mapping[str, float], now: Posed) -> str:
    down = {s: -now.frames.direction(f"thigh.{s}", (0, 0, 1))[0, 2] < -0.7 for s in "LR"}
    folded = {s: angles.get(f"knee.{s}.flex", 0) > VERY_BENT for s in "LR"}
    kneels = [s for s in "LR" if folded[s] and now.place(f"shank.{s}")[0, 2] < 0.07]
    match panel.preset:
        case "supine":
            return "lies on the back"
        case "side_left" | "side_right":
            return f"lies on the {{{panel.preset[5].upper()}}} side"
        case "prone":
            raised = now.place("pelvis")[0, 2] > 0.18
            return "is on hands and knees" if raised and kneels else "lies face down"
    height = float(now.place("pelvis")[0, 2])
    chair = any(isinstance(prop, Chair) for prop in panel.props)
    if chair and height < 0.45 and angles.get("hip.L.flex", 0) > VERY_BENT:
        return "sits on a chair" if height < 0.40 else "rises from a chair"
    if height < 0.18 and not kneels:
        return "sits" if any(isinstance(prop, Mat) for prop in panel.props) else "sits on the floor"
    if kneels:
        return "kneels on both knees" if len(kneels) == 2 else f"kneels on the {{{kneels[0]}}} knee"
    return "stands" if any(down.values()) or height > 0.4 else "squats"


def _place(panel: Panel, now: Posed) -> str:
    words = []
    front = now.frames.direction("pelvis", (1, 0, 0))[0]
    for prop in panel.props:
        word = _thing(prop, front)
        if word and word not in words:
            words.append(word)
    return "".join(f" {word}" for word in words)


def _thing(prop: Prop, front: Array) -> str:
    match prop:
        case Mat():
            return "on a mat"
        case Wall():
            toward = -np.array([*prop.facing, 0.0]) @ front
            away = "with the back to a wall" if toward < -0.5 else "beside a wall"
            return "facing a wall" if toward > 0.5 else away
        case Table():
            return f"at a {prop.type}"
        case Step():
            return "at a step"
        case Doorway():
            return "in a doorway"
        case LoopBand():
            return "with an elastic loop round the legs"
        case Strand():
            return f"with a {'long band' if prop.type == 'band' else 'strap'}"
        case Roll():
            return "with a rolled towel"
        case Pillow():
            return "with a pillow"
        case _:
            return ""


def _legs(angles: Mapping[str, float]) -> str:
    bent = {s: angles.get(f"knee.{s}.flex", 0) > BENT for s in "LR"}
    if bent["L"] == bent["R"]:
        return "both knees bent" if bent["L"] else "both legs straight"
    one, two = ("L", "R") if bent["L"] else ("R", "L")
    return f"the {{{one}}} knee bent, the {{{two}}} leg straight"


def _arms(panel: Panel, now: Posed) -> str:
    """Where the hands are, if that is told by a contact, or by an arm that is raised."""
    told: dict[str, list[str]] = {}
    for s in "LR":
        word = _hand_at(panel, s) or _raised(panel, now, s)
        if word:
            told.setdefault(word, []).append(s)
    words = []
    for word, sides in told.items():
        limb, _, rest = word.partition(" ")
        words.append(f"both {limb}s {rest}" if len(sides) == 2 else f"the {{{sides[0]}}} {limb} {rest}")
    return "".join(f", {word}" for word in words)


def _hand_at(panel: Panel, s: str) -> str:
    for contact in panel.contacts:
        if contact.point in (f"palm.{s}", f"fingertip.{s}", f"fist.{s}"):
            if contact.on is not None and contact.on != "floor":
                return f"hand on the {_HELD.get(contact.on, contact.on)}"
            if contact.touch is not None:
                place = _HELD.get(contact.touch.split(".")[0])
                return f"hand {place}" if place else ""
    return ""


def _raised(panel: Panel, now: Posed, s: str) -> str:
    up, left, front = (now.frames.direction("thorax", axis)[0] for axis in ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
    arm = now.frames.direction(f"uarm.{s}", (0, 0, -1))[0]
    if now.place(f"hand.{s}")[0, 2] < 0.08 and now.place("pelvis")[0, 2] > 0.18:
        return ""  # it bears weight on the floor
    if arm @ up > 0.6:
        return "arm reaching forward" if panel.preset == "prone" else "arm overhead"
    if abs(arm @ left) > 0.8:
        return "arm out to the side"
    return "arm reaching forward" if arm @ front > 0.8 else ""


def _movement(panel: Panel, now: Posed, both: bool) -> str:
    """What the arrows move and which way, in the person's own terms."""
    said = []
    for arrow in panel.arrows:
        points = arrow_points(arrow, now)
        by = points[-1] - points[0]
        mark = LANDMARKS[arrow.start] if arrow.start else None
        who = arrow.moves or (_named(_MOVES, mark.bone, arrow.start or "", both) if mark else "the movement")
        said.append(f"{who} moving {_way(by, panel, now)}")
    return _listed(list(dict.fromkeys(said)))


def _way(by: Array, panel: Panel, now: Posed) -> str:
    way = by / np.linalg.norm(by)
    if abs(way[2]) > 0.6:
        return "up" if way[2] > 0 else "down"
    front, head, left = (now.frames.direction("pelvis", axis)[0] for axis in ((1, 0, 0), (0, 0, 1), (0, 1, 0)))
    ways = {"forward": front, "back": -front, "towards the head": head, "towards the feet": -head}
    ways |= {"to the {L}": left, "to the {R}": -left}
    if panel.preset == "stand":
        del ways["towards the head"], ways["towards the feet"]
    return max(ways, key=lambda name: float(ways[name] @ way))


def _symmetric(angles: Mapping[str, float]) -> bool:
    """Whether legs and trunk do the same on both sides."""
    other = mirrored(angles)
    joints = ("hip", "knee", "ankle", "lumbar", "thorax", "root.twist")
    return all(abs(value - other.get(name, 0.0)) < EVEN for name, value in angles.items() if name.startswith(joints))


def _named(words: Mapping[str, str], name: str, spot: str, both: bool) -> str:
    """The words for the longest key that begins `name`, with the side of `spot`, or said of both sides."""
    fits = [key for key in words if name.startswith(key)]
    side = spot.rpartition(".")[2] if "." in spot else ""
    text = words[max(fits, key=len)] if fits else "the body"
    if both and side:
        return re.sub(r"the \{side\} (\w+)", lambda found: f"both {_PLURAL.get(found[1], found[1] + 's')}", text)
    return text.replace("{side}", f"{{{side}}}") if side else text.replace(" {side}", "")


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
