"""The lines of what lies under bare skin: on the right spot of either side, and only where skin is seen."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy import ndimage

from atelier import anatomy, paint
from atelier.angles import STATURE_CM, Array
from atelier.body import LIMBS, body
from atelier.curve import UNITS
from atelier.landmarks import at_rest
from atelier.people import PEOPLE
from atelier.pose import Camera, Panel
from atelier.scene import Scene, heap
from atelier.soup import MATERIAL
from atelier.svg import subpaths

PPU = 480.0


def scene(az: float = 0, **more: Any) -> Scene:
    person = more.get("person", "anna")
    angles = {"root.z": float(body(person).joint("pelvis")[2])} | more.pop("angles", {})
    one = Panel(name="end", camera=Camera(az=az, el=8), angles=angles, **more)
    now = one.posed(angles)
    shown = heap(one, now)
    return Scene(one, now, shown, paint._around([paint.extent(one, shown)]), PPU)


def lines(one: Scene) -> list[Array]:
    """Corners of each line that is drawn, in pixels."""
    drawn = re.findall(r' d="([^"]*)"', "".join(anatomy.anatomy(one)))
    return [np.array([p for piece in line for p in piece]) / UNITS for text in drawn for line in subpaths(text)]


def at_places() -> list[Array]:
    """Points of all lines on the body at rest."""
    places = body("anna").places
    return [(places[corners] * shares[:, :, None]).sum(1) for _, corners, shares in anatomy._laid()]


def test_every_line_has_its_fellow_on_the_other_side() -> None:
    left, right = ([p for p in at_places() if np.sign(p[:, 1].mean()) == sign] for sign in (1, -1))
    assert len(left) == len(right) > 8
    for one in left:
        gap = min(np.linalg.norm(one.mean(0) - other.mean(0) * [1, -1, 1]) for other in right)
        assert gap * STATURE_CM < 0.2


def test_a_kneecap_is_edged_on_both_sides() -> None:
    """By a line within 6 cm of its middle each."""
    spot = at_rest(body("anna"), "knee_front.L")
    aside = [(p.mean(0) - spot)[1] for p in at_places() if np.linalg.norm(p.mean(0) - spot) * STATURE_CM < 6.0]
    assert min(aside) * STATURE_CM < -1.5
    assert max(aside) * STATURE_CM > 1.5


@pytest.mark.parametrize("landmark", ["ankle_lat", "ankle_med"])
def test_an_ankle_bone_is_edged_from_below(landmark: str) -> None:
    spot = at_rest(body("anna"), f"{landmark}.L")
    under = min((p[:, 2].min() - spot[2]) for p in at_places() if np.linalg.norm(p.mean(0) - spot) * STATURE_CM < 3.0)
    assert -2.5 < under * STATURE_CM < -0.6


def test_every_line_lies_on_one_limb() -> None:
    """A line over two limbs would be torn where they part."""
    limb = body("anna").top.limb
    for _, corners, _ in anatomy._laid():
        assert len(np.unique(limb[corners])) == 1
    used = {LIMBS[int(limb[corners[0, 0]])] for _, corners, _ in anatomy._laid()}
    assert used == {"head", "arm.L", "arm.R", "leg.L", "leg.R"}


@pytest.mark.parametrize("shoes", [False, True])
@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("az", [0.0, 45.0, 90.0, 180.0, 270.0])
def test_lines_are_drawn_on_skin_alone(person: str, az: float, shoes: bool) -> None:
    """Seen from anywhere a standing body shows some, each of them short and on bare skin."""
    one = scene(az, person=person, shoes=shoes)
    skin, found = ndimage.binary_dilation(one.material == MATERIAL["skin"], iterations=2), lines(one)
    assert 3 <= len(found) <= 20
    for line in found:
        assert np.hypot(*np.ptp(line, axis=0)) < 0.12 * PPU
        assert skin[line[:, 1].astype(int), line[:, 0].astype(int)].all()


@pytest.mark.parametrize("az", [0.0, 180.0])
def test_shoes_hide_ankles_and_toes(az: float) -> None:
    """A bare foot seen from its outside shows its ankle bone and three gaps of its toes, the far foot its own ankle."""
    bare, shod = (len(lines(scene(az, shoes=worn))) for worn in (False, True))
    assert bare >= shod + 4


def test_a_line_begins_wide_and_ends_in_a_point() -> None:
    """Each is an area that closes, not a stroke of one weight."""
    for text in anatomy.anatomy(scene(90)):
        assert text.count("z") == text.count("M") > 3
        assert "stroke" not in text


def test_a_leg_hides_the_lines_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    one = scene(0)
    shown = len(lines(one))
    monkeypatch.setattr(anatomy, "LOOK", replace(anatomy.LOOK, under=1.0))
    assert shown < len(lines(one))


def test_no_line_lies_along_the_outline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where skin turns away from the viewer, the outline is the edge of the bone."""
    one = scene(60)
    shown = sum(np.linalg.norm(np.diff(line, axis=0), axis=1).sum() for line in lines(one))
    monkeypatch.setattr(anatomy, "FACING", 0.0)
    assert shown < 0.99 * sum(np.linalg.norm(np.diff(line, axis=0), axis=1).sum() for line in lines(one))
