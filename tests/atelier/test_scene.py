"""What a picture shows of a body: its lines, its tones, its marks. Small pictures of bodies that stand."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any, Literal

import numpy as np
import pytest
from scipy import ndimage

from atelier import (
    arrows,
    chains,
    clothes,
    edges,
    face,
    felt,
    fills,
    folds,
    hair,
    knuckles,
    marks,
    paint,
    strokes,
    tones,
)
from atelier.angles import STATURE_CM
from atelier.body import GREAT_TOE, LIMBS, body
from atelier.camera import view
from atelier.curve import UNITS, _points
from atelier.furniture import SKIRTING
from atelier.landmarks import at_rest
from atelier.paint import extent, picture
from atelier.people import PEOPLE, Hair
from atelier.pose import Arrow, Camera, CloseUp, Felt, Panel
from atelier.props import Wall
from atelier.scene import Scene, flattened, heap
from atelier.skeleton import BONE
from atelier.solids import bulged, normals
from atelier.soup import MATERIAL
from atelier.svg import bounds, frame, subpaths
from kit.figures.palette import DRAWN

PPU = 480.0


def panel(az: float = 0, **more: Any) -> Panel:
    person = more.get("person", "anna")
    angles = {"root.z": float(body(person).joint("pelvis")[2])} | more.pop("angles", {})
    return Panel(name="end", camera=Camera(az=az, el=8), angles=angles, **more)


def scene(one: Panel, ppu: float = PPU) -> Scene:
    now = one.posed(one.angles)
    shown = heap(one, now)
    return Scene(one, now, shown, paint._around([extent(one, shown)]), ppu)


def svg(one: Panel) -> str:
    now = one.posed(one.angles)
    shown = heap(one, now)
    return picture(one, now, shown, paint._around([extent(one, shown)]), ppu=PPU)


@cache
def standing(az: float) -> Scene:
    return scene(panel(az))


def test_every_person_has_colours_of_their_own() -> None:
    """The same pose of each person is painted with that person's colours, and all of them are seen."""
    for name in PEOPLE:
        used = set(re.findall(r"#\w{6}", svg(panel(60, person=name))))
        own = {role.split(".")[0]: colour for role, colour in DRAWN.items() if role.endswith(f".{name}")}
        others = {colour for role, colour in DRAWN.items() if "." in role and not role.endswith(f".{name}")}
        assert {own["skin"], own["shirt"], own["shorts"]} <= used
        assert {own["hair"], own["hair_shade"]} & used
        assert not used & others


def test_shoes_are_worn_where_they_are_asked_for() -> None:
    """Shoes cover the feet: no skin is seen below the ankle, and none of them without."""
    bare, shod = standing(0), scene(panel(0, shoes=True))
    low = shod.rest[..., 2] < 0.02
    assert not (shod.material[shod.person & low] == MATERIAL["skin"]).any()
    assert not np.isin(bare.material, [MATERIAL["shoe"], MATERIAL["sole"]]).any()


def test_no_skin_pokes_through_cloth() -> None:
    """Sitting with a bent back, chest, belly and hips show cloth alone."""
    one = scene(panel(30, angles={"hip.L.flex": 90.0, "hip.R.flex": 90.0, "lumbar.flex": 30.0}))
    z, hips = one.rest[..., 2], body("anna").joint("pelvis")[2]
    trunk = one.person & (one.limb == LIMBS.index("trunk")) & (z > hips) & (z < hips + 0.24)
    assert trunk.sum() > 2000
    assert not (one.material[trunk] == MATERIAL["skin"]).any()


def test_a_limb_in_front_of_another_has_an_edge() -> None:
    """Crossed arms draw heavy lines inside of the body; seen from the front an arm at the side draws few."""

    def over(one: Scene) -> int:
        below, beside = edges.kinds(one)
        return int((below == edges.OVER).sum() + (beside == edges.OVER).sum())

    crossed = {f"shoulder.{s}.flex": 50.0 for s in "LR"} | {f"shoulder.{s}.rot": -70.0 for s in "LR"}
    crossed |= {f"elbow.{s}.flex": 100.0 for s in "LR"}
    assert over(scene(panel(90, angles=crossed))) > 1.5 * over(standing(90))


def test_an_outline_runs_round_the_body() -> None:
    """Every pixel of the body beside the background has an outline between them, a lighter one at fingers, or a fine
    line in a gap between them."""
    one = scene(panel(90, angles={"shoulder.L.abd": 40.0, "shoulder.R.abd": 40.0}))
    _, beside = edges.kinds(one)
    edge = one.person[:, 1:] != one.person[:, :-1]
    gap = edges.gaps(one)
    digit = np.maximum(one.digit[:, 1:], one.digit[:, :-1])
    narrow = (gap[:, 1:] | gap[:, :-1]) & (digit > 0)
    finger = (digit > 0) & (digit < GREAT_TOE)
    kinds = beside[:, 1:-1]
    assert (kinds[edge & ~narrow & ~finger] == edges.OUT).mean() > 0.99
    assert (kinds[edge & ~narrow & finger] == edges.FINGER).mean() > 0.99
    assert np.isin(kinds[edge & narrow], (edges.FINE, edges.FINGER, edges.OUT)).all()


def test_a_narrow_gap_of_fingers_is_no_blot() -> None:
    """Where the background between two fingers is narrower than the outline, lines are fine; a wide one has outlines."""
    one = standing(90)
    gap = edges.gaps(one)
    assert gap.any()
    bare = one.material == MATERIAL["skin"]
    assert not (gap & bare).any()
    wide = ndimage.distance_transform_edt(~bare)
    assert wide[gap].max() <= edges.GAP * one.stroke / UNITS + 1
    _, beside = edges.kinds(one)
    edge = (one.person[:, 1:] != one.person[:, :-1]) & (gap[:, 1:] | gap[:, :-1])
    fingers = edge & (np.maximum(one.digit[:, 1:], one.digit[:, :-1]) > 0)
    assert fingers.any()
    assert (beside[:, 1:-1][fingers] == edges.FINE).all()


def test_a_fine_line_parts_each_toe_from_the_next() -> None:
    """Where two toes of a bare foot meet in the picture there is a line, and it is no outline."""
    one = scene(Panel(name="end", camera=Camera(az=90, el=50), angles=panel().angles))
    _, beside = edges.kinds(one)
    left, right = one.digit[:, :-1], one.digit[:, 1:]
    same = (one.material[:, 1:] == MATERIAL["skin"]) & (one.material[:, :-1] == MATERIAL["skin"])
    meet = same & (np.minimum(left, right) >= GREAT_TOE) & (left != right)
    assert {tuple(sorted(pair)) for pair in zip(left[meet], right[meet], strict=True)} >= {
        (6, 7),
        (7, 8),
        (8, 9),
        (9, 10),
    }
    near = meet & (np.abs(one.buffer.depth[:, 1:] - one.buffer.depth[:, :-1]) < edges.DEEP)
    assert (beside[:, 1:-1][near] == edges.FINE).all()


def test_a_shirt_lies_smooth_over_the_shoulder_blade() -> None:
    """No fold is drawn there, also where the arms reach forward; a limb before it still has its outline."""
    one = scene(
        panel(-30, angles={f"shoulder.{side}.flex": 85.0 for side in "LR"} | {"clav.L.prot": 20.0, "clav.R.prot": 20.0})
    )
    _, beside = edges.kinds(one)
    kinds, blade = beside[:, 1:-1], edges.blades(one)
    shirt = (one.material == MATERIAL["shirt"]) & blade
    both = shirt[:, 1:] & shirt[:, :-1]
    assert both.sum() > 400
    assert not (kinds[both] == edges.FOLD).any()
    assert not blade[one.rest[..., 0] > one.now.body.joint("uarm.L")[0]].any()


def test_a_hand_on_a_wall_throws_its_shadow_there() -> None:
    """Where the hand is, and only there: a hand a palm's breadth off the wall throws none."""
    reach = {"shoulder.L.flex": 88.0, "wrist.L.flex": -80.0, "forearm.L.pron": 80.0}
    palm = panel(-15, angles=reach).posed(panel(-15, angles=reach).angles).spot("palm.L")[0][0]
    for off, cast in ((0.0, True), (0.05, False)):
        one = scene(panel(-15, angles=reach, props=(Wall(type="wall", at=(palm[0] + off, 0), facing=(-1, 0)),)))
        dark = tones._on_walls(one) & (one.material == MATERIAL["wall"])
        assert dark.any() == cast
        if cast:
            rows, columns = np.nonzero(dark)
            x, y = one.screen.pixels(palm[None])[0][0]
            assert np.hypot(columns - x, rows - y).max() < 0.12 * PPU
            wall = tones.COLOURS.index("wall_shade")
            assert (tones.colours(one)[dark] == wall).mean() > 0.9


def test_a_sleeve_is_sewn_on() -> None:
    """A fold at the armpit parts arm and trunk of a shirt whose arm hangs, on both sides; none goes over the shoulder."""
    one = standing(90)
    _, beside = edges.kinds(one)
    rows, columns = np.nonzero(beside[:, 1:-1] == edges.SEAM)
    places = one.rest[rows, columns]
    assert len(rows) > 30
    assert (places[:, 2] > edges.CHEST).all()
    assert (places[:, 2] < one.now.body.joint("uarm.L")[2] - edges.ARMPIT + 0.003).all()
    assert {bool(left) for left in places[:, 1] > 0} == {True, False}


def test_the_armhole_of_a_raised_arm_has_no_seam() -> None:
    """The cloth is crumpled there, and the line would be read as a tear; the other arm keeps its seam."""
    one = scene(panel(90, angles={"shoulder.L.abd": 140.0}))
    _, beside = edges.kinds(one)
    rows, columns = np.nonzero(beside[:, 1:-1] == edges.SEAM)
    assert len(rows) > 10
    assert (one.rest[rows, columns][:, 1] < 0).all()


def test_joined_lines_lose_nothing() -> None:
    """Joining arcs through their nodes keeps every crack, in fewer lines."""
    arcs = chains.arcs(*edges.kinds(standing(60)))
    joined = chains.joined(arcs)
    assert sum(len(line.kinds) for line in joined) == sum(len(line.kinds) for line in arcs)
    assert len(joined) < len(arcs)
    for line in joined:
        assert (np.abs(np.diff(line.points, axis=0)).sum(1) == 1).all()


def test_a_short_line_stays_only_where_it_meets_a_long_one() -> None:
    """Alone it would print as a dot, and so would several of them together."""

    def line(x: int, y: int, n: int) -> chains.Line:
        corners = np.column_stack([x + np.arange(n + 1), np.full(n + 1, y)]).astype(float)
        return chains.Line(corners, np.full(n, edges.FOLD, dtype=np.int8))

    long, meets, alone = line(0, 0, chains.DOT), line(chains.DOT, 0, 8), line(0, 9, 8)
    few = [line(20 + 8 * n, 30, 8) for n in range(3)]
    assert chains.without_dots([long, meets, alone, *few]) == [long, meets]


def test_fingers_have_thin_lines_alone() -> None:
    """Between two closed fingers of a flat hand there is a thin line or none."""
    one = scene(panel(0, hands={"L": "flat", "R": "flat"}))
    _, beside = edges.kinds(one)
    own = (one.digit[:, 1:] > 1) & (one.digit[:, :-1] > 1) & (one.limb[:, 1:] == one.limb[:, :-1])
    assert own.any()
    assert (beside[:, 1:-1][own] <= edges.FINE).mean() > 0.99


def test_a_fist_shows_its_fingers() -> None:
    """Each two fingers that meet have a line between them, the thumb a stronger one; no line on one finger alone."""
    one = scene(panel(90, hands={"L": "fist", "R": "fist"}, angles={"elbow.L.flex": 90.0, "elbow.R.flex": 90.0}))
    below, _ = edges.kinds(one)
    left, right = one.digit[:-1], one.digit[1:]
    met = (np.minimum(left, right) > 0) & (np.maximum(left, right) < GREAT_TOE) & (one.limb[1:] == one.limb[:-1])
    thumb = np.minimum(left, right) == 1
    kinds = below[1:-1]
    assert (met & (left != right) & ~thumb).sum() > 10
    assert (kinds[met & (left != right) & ~thumb] == edges.FINE).all()
    assert (kinds[met & (left != right) & thumb] == edges.FOLD).all()
    assert (kinds[met & (left == right) & ~thumb] == edges.NONE).mean() > 0.9


def test_knuckles_are_drawn_on_bent_hands_alone() -> None:
    """Their valleys lie on the back of the hand, three on each; a hand that lies flat shows none."""
    model = body("anna")
    for side, sign in (("L", 1), ("R", -1)):
        back = model.axes[BONE[f"hand.{side}"]][:, 1] * sign
        assert len(knuckles.valleys(side)) == 3
        for line in knuckles.valleys(side):
            corners = model.places[np.array([spot.vertices for spot in line])]
            out = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            assert len(line) > 5
            assert (out @ back > 0).all()
    assert knuckles.bent("fist")
    assert not knuckles.bent("flat")


@pytest.mark.parametrize("kind", sorted({person.hair for person in PEOPLE.values()}))
def test_an_ear_is_seen_below_the_hair(kind: Hair) -> None:
    """No hair grows on it; before it there is a sideburn, which tapers."""
    x, y, z = body("anna").places.T
    grows = hair.hairline(kind) > 0
    off = np.hypot((x - hair.EAR[0]) / hair.EAR_WIDE, (z - hair.EAR[1]) / hair.EAR_LONG)
    ear = (off < 0.9) & (np.abs(y) > 0.0405)
    before = (x > hair._BURN[0]) & (x < hair._BURN[1]) & (z > 0.9) & (np.abs(y) > 0.03)
    assert ear.sum() > 20
    assert not grows[ear].any()
    assert z[grows & before].min() < 0.932
    low, high = (x[grows & before & (z > a) & (z < b)].max() for a, b in ((0.9, 0.93), (0.935, 0.945)))
    assert low < high


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_hair_shines_in_locks(name: str) -> None:
    """Hair has a light spot and combed strokes; its edge to the skin is soft, and no line is drawn inside of it.

    Cropped hair has no light spot, which would be read as a bald one.
    """
    one = scene(panel(60, person=name), paint.PPU)
    own = one.material == MATERIAL["hair"]
    light = (tones.colours(one) == tones.COLOURS.index("hair_light")) & own
    least, most = (0.0, 0.0) if PEOPLE[name].hair == "thin" else (0.03, 0.5)
    assert least <= light.sum() / own.sum() <= most
    _, beside = edges.kinds(one)
    kinds, left, right = beside[:, 1:-1], own[:, :-1], own[:, 1:]
    skin = one.material == MATERIAL["skin"]
    line = (left & skin[:, 1:]) | (right & skin[:, :-1])
    assert (kinds[line] == edges.FINE).mean() > 0.8
    assert not kinds[left & right & (one.thing[:, 1:] == one.thing[:, :-1])].any()
    assert hair.strands(PEOPLE[name].hair)


def test_a_lock_tapers() -> None:
    """It begins as wide as is asked for and ends in a point."""
    run = np.column_stack([np.linspace(0, 60, 40), np.zeros(40)])
    around = np.concatenate([_points(part, np.linspace(0, 1, 20)) for part in strokes.tapered(run, 4.0)])
    wide = [np.ptp(around[(around[:, 0] > x - 8) & (around[:, 0] < x + 8), 1]) for x in (10, 50)]
    assert 3 < wide[0] < 4.2
    assert wide[1] < 1.8
    np.testing.assert_allclose(around[np.argmax(around[:, 0])], (60, 0), atol=0.1)


def test_locks_make_an_outline() -> None:
    """Waves rise and fall by a part of the hair's thickness; combed hair lies even."""
    rest = body("anna").places
    waves = hair._locks("waves", rest)
    assert waves.max() - waves.min() > 0.4
    assert (hair._locks("bun", rest) == 1).all()


def test_the_far_limb_is_darker_unless_both_are_even() -> None:
    """Seen from the side one arm and one leg are a step darker; seen from the front, or made even, none is."""
    deep = tones.COLOURS.index("skin_deep")
    stride = {"hip.L.flex": 30.0, "hip.R.flex": -15.0}
    assert (tones.colours(scene(panel(0, angles=stride))) == deep).any()
    assert not (tones.colours(standing(90)) == deep).any()
    assert not (tones.colours(scene(panel(0, angles=stride, even=True))) == deep).any()


@pytest.mark.parametrize(("knee", "shadows"), [(30.0, 2), (60.0, 1)])
def test_a_shadow_is_no_crumb(knee: float, shadows: int) -> None:
    """A foot that touches the floor has a shadow; a toe that hangs above it leaves no small spot."""
    one = scene(panel(0, shoes=True, angles={"knee.R.flex": knee}))
    assert ndimage.label(tones._shadow(one))[1] == shadows


def test_no_patch_of_colour_is_a_speck() -> None:
    """Each is large enough to have a line of its own; a smaller one, as of a far sleeve, takes the colour beside it."""
    drawn = tones.colours(standing(-60))
    for number in np.unique(drawn):
        patches, _ = ndimage.label(drawn == number)
        assert np.bincount(patches.ravel())[1:].min() >= tones.SPECK
    raw = standing(-60).material
    assert min(np.bincount(ndimage.label(raw == n)[0].ravel())[1:].min() for n in np.unique(raw)) < tones.SPECK


def test_flesh_that_lies_is_flat() -> None:
    """Nothing stays below the floor, order is kept, and what is well above does not move."""
    low = np.array([[0, 0, -0.03], [0, 0, -0.01], [0, 0, 0.002], [0, 0, 0.3]])
    flat = flattened(low)[:, 2]
    assert (flat > 0).all()
    assert (np.diff(flat) > 0).all()
    assert flat[-1] == 0.3


@pytest.mark.parametrize(("side", "sign"), [("L", 1), ("R", -1)])
def test_felt_areas_stay_on_their_side(side: str, sign: int) -> None:
    """A buttock is felt on its own half of the back, whatever the area's size; from the front it is not seen."""
    area = Felt(at=f"glute.{side}", radius=(0.08, 0.16, 0.08))
    mask = felt.felt_mask(standing(-90), area)
    assert mask.sum() > 100
    assert (standing(-90).rest[mask][:, 1] * sign > -felt.MIDLINE).all()
    assert felt.felt_mask(standing(90), area).sum() < marks.LEAST / 4


def test_what_is_felt_stays_inside_the_form() -> None:
    """However large the area, it keeps off the outline, so that its edge lies on the body; no fold cuts it, no hem is lost."""
    area = Felt(at="low_back", radius=(0.2, 0.3, 0.1))
    one = scene(panel(-90, felt=(area,)))
    mask = felt.felt_mask(one, area)
    off = ndimage.distance_transform_cdt(one.person, "taxicab")
    assert mask.sum() > 1000
    assert off[mask].min() > felt.EDGE
    below, _ = edges.kinds(one)
    whole = mask[:-1] & mask[1:]
    inside = below[1:-1][whole & (one.material[:-1] == one.material[1:])]
    assert (inside[inside < edges.FINGER] == edges.NONE).all()
    bare, _ = edges.kinds(standing(-90))
    assert (bare == edges.HEM).sum() == (below == edges.HEM).sum()


def test_what_is_felt_ends_at_a_hem_where_a_scrap_would_be_left() -> None:
    """An area that reaches a little over the hem of the shorts stays on them; half beyond, it lies on both, and the hem
    runs on across it."""
    top, knee = (body("anna").joint(f"{bone}.R")[2] for bone in ("thigh", "shank"))
    hem = top - PEOPLE["anna"].leg * (top - knee)
    for high, both in ((0.042, False), (0.0, True)):
        up = float(hem + high - at_rest(body("anna"), "thigh_front.R")[2])
        area = Felt(at="thigh_front.R", radius=(0.2, 0.06, 0.05), shift=(0, 0, up))
        one = scene(panel(90, felt=(area,)))
        mask = felt.felt_mask(one, area)
        found = set(np.unique(one.material[mask]).tolist())
        assert found == ({MATERIAL["shorts"], MATERIAL["skin"]} if both else {MATERIAL["shorts"]})
        below, _ = edges.kinds(one)
        across = mask[:-1] & mask[1:] & (one.material[:-1] != one.material[1:])
        assert across.any() == both
        assert (below[1:-1][across] == edges.HEM).all()


def test_the_hatch_covers_all_that_is_felt() -> None:
    """Grey print has no colour to tell the area by: the hatch reaches as far as its soft tone, to three steps."""
    soft, *_, hatch = marks.felt_area(standing(-90), Felt(at="glute.R", radius=(0.08, 0.08, 0.08)))
    near = 3 * marks.HATCH * standing(-90).stroke
    for one, two in zip(bounds(soft), bounds(hatch), strict=True):
        assert abs(one - two) < near


def test_what_is_felt_lies_whole_across_a_hem() -> None:
    """An area at the waist is one piece on shirt and shorts: a hem does not cut a muscle in two."""
    one = standing(-90)
    mask = felt.felt_mask(one, Felt(at="low_back", radius=(0.08, 0.06, 0.08), shift=(0, 0, -0.045)))
    assert {MATERIAL["shirt"], MATERIAL["shorts"]} <= set(one.material[mask].tolist())
    assert ndimage.label(mask)[1] == 1


def test_clothes_lie_close() -> None:
    """Shirt and shorts stand off the skin by less than a hundredth of the stature, wherever they are worn."""
    model = body("anna")
    worn = clothes.clothes(model, False)
    cloth = clothes._cloth(model, model.places, worn.shirt, clothes.SHIRT_OFF, 3)
    inside = np.unique(model.top.cloth)
    inside = inside[(worn.shirt[inside] > 0) | (worn.trousers[inside] > 0)]
    assert np.linalg.norm(cloth - model.places, axis=1)[inside].max() < 0.01


@pytest.mark.parametrize("person", PEOPLE)
def test_a_hem_is_one_line(person: str) -> None:
    """On the cloth of a body at rest, but for how a hem stands off, the shirt ends within 1.5 mm of the surface
    that it is cut by: no waves."""
    model = body(person)
    fine, worn = clothes._finer(model), clothes._sewn(model, False)
    cloth = clothes._cloth(model, model.places, np.ones(len(model.places)), clothes.SHIRT_OFF, clothes.ROUNDS)
    places = bulged(cloth, normals(cloth, model.top.cloth), fine)
    one, two = fine.faces[:, [0, 1, 2]].ravel(), fine.faces[:, [1, 2, 0]].ravel()
    cut = worn.shirt[one] * worn.shirt[two] < 0
    share = (worn.shirt[one] / (worn.shirt[one] - worn.shirt[two]))[cut][:, None]
    at = places[one[cut]] * (1 - share) + places[two[cut]] * share
    at = at[at[:, 2] < 0.6]
    assert len(at) > 100
    assert np.abs(at[:, 2] - clothes.hem(model, at[:, 0])).max() * STATURE_CM < 0.15


def test_a_hem_is_drawn_light_on_its_own_limb() -> None:
    """The legs of shorts that sit stand off the thighs, which a heavy line would make a tub."""
    one = scene(panel(60, angles={"hip.L.flex": 90.0, "hip.R.flex": 90.0, "knee.L.flex": 90.0, "knee.R.flex": 90.0}))
    below, _ = edges.kinds(one)
    drawn = tones.without_specks(one.material.astype(np.int32), tones.SPECK)
    up, low = drawn[:-1], drawn[1:]
    cloth, skin = MATERIAL["shorts"], MATERIAL["skin"]
    hem = (((up == cloth) & (low == skin)) | ((up == skin) & (low == cloth))) & (one.limb[:-1] == one.limb[1:])
    jumps = np.abs(np.diff(one.buffer.depth, axis=0)) > edges.DEEP
    assert (hem & jumps).any()
    assert not (below[1:-1][hem] == edges.OVER).any()


def test_stitches_run_along_every_hem() -> None:
    """Round both sleeves, both legs of the shorts, the neck and the waist of the shirt, at one distance from the hem;
    none lies in the mouth of a sleeve, and none on what has no hem."""
    one = standing(90)
    below, _ = edges.kinds(one)
    rows, columns = np.nonzero(below[1:-1] == edges.STITCH)
    assert (np.minimum(one.hem[rows, columns], one.hem[rows + 1, columns]) < edges.SEWN).all()
    assert (np.maximum(one.hem[rows, columns], one.hem[rows + 1, columns]) >= edges.SEWN).all()
    assert (one.material[rows, columns] == one.material[rows + 1, columns]).all()
    assert set(one.material[rows, columns]) == {MATERIAL["shirt"], MATERIAL["shorts"]}
    assert not (one.inner[rows, columns] | one.inner[rows + 1, columns]).any()
    _, y, z = one.rest[rows, columns].T
    for low, high, near, far in ((0.60, 0.80, 0.13, 0.30), (0.25, 0.45, 0.02, 0.14)):
        for side in (1, -1):
            assert ((z > low) & (z < high) & (y * side > near) & (y * side < far)).sum() > 12
    middle = z[np.abs(y) < 0.02]
    assert (middle > 0.78).any()
    assert ((middle > 0.5) & (middle < 0.65)).any()


def test_what_is_felt_in_a_leg_is_not_felt_in_the_arm_before_it() -> None:
    """An area at the hip leaves out the hand that hangs beside it."""
    mask = felt.felt_mask(standing(0), Felt(at="hip_lat.R", radius=(0.1, 0.2, 0.3)))
    assert not np.isin(standing(0).limb[mask], [2, 3]).any()


def test_an_arrow_goes_from_its_landmark() -> None:
    """Its tail stands off the skin by `off`, its tip `by` farther; with `ends` the tip is there."""
    now = panel().posed(panel().angles)
    place, faces = now.spot("knee_front.L")
    there = arrows.arrow_points(Arrow(start="knee_front.L", off=0.02, by=(0.1, 0, 0)), now)
    back = arrows.arrow_points(Arrow(start="knee_front.L", off=0.02, by=(0.1, 0, 0), ends=True), now)
    np.testing.assert_allclose(there[0], place[0] + faces[0] * 0.02)
    np.testing.assert_allclose(there[-1] - there[0], (0.1, 0, 0), atol=1e-12)
    np.testing.assert_allclose(back[-1], there[0], atol=1e-12)


def test_an_arrow_through_stations_bends_smoothly() -> None:
    """It passes each of them, and no step of it turns by more than a quarter of the whole turn."""
    stations = np.array([[0.3, 0.0, 0.0], [0.4, 0.0, 0.1], [0.4, 0.0, 0.25]])
    one = panel(0)
    points = arrows.arrow_points(Arrow(points=stations.tolist(), moves="the foot"), one.posed(one.angles))
    for station in stations:
        assert np.linalg.norm(points - station, axis=1).min() < 0.0135  # half a step
    many = np.column_stack([np.linspace(0.3, 0.6, 9), np.zeros(9), [0.1] * 4 + [0.2] * 5])
    held = arrows.arrow_points(Arrow(points=many.tolist(), moves="the foot"), one.posed(one.angles))
    assert held[:, 2].min() > 0.07  # however many stations there are, it does not swing out between them
    assert held[:, 2].max() < 0.23
    ways = np.diff(points, axis=0)
    turns = np.diff(np.unwrap(np.arctan2(ways[:, 2], ways[:, 0])))
    assert np.abs(turns).max() < 0.25 * np.abs(turns.sum())


@pytest.mark.parametrize("both", [False, True])
def test_the_sides_of_an_arrow_follow_its_bow(both: bool) -> None:
    """Every point of its outline lies within a barb's length of its line, most of them within half a shaft."""
    one = standing(0)
    t = np.linspace(0, 1, 12)[:, None]
    points = np.array([0.3, 0.0, 0.3]) + np.array([0.25, 0, 0]) * t + np.array([0, 0, 0.12]) * 4 * t * (1 - t)
    line = one.screen.pixels(points)[0]
    dense = np.column_stack([np.interp(np.linspace(0, 11, 600), np.arange(12), line[:, i]) for i in (0, 1)])
    text = re.findall(r' d="([^"]*)"', arrows.svg(points, one.screen, one.stroke, both)[1])[0]
    width = one.stroke / UNITS * arrows.WIDE
    off = []
    for piece in subpaths(text)[0][1:]:
        corners = np.array(piece) / UNITS
        drawn = _points(corners, np.linspace(0, 1, 20)) if len(piece) == 4 else corners
        off += [float(np.hypot(*(dense - point).T).min()) for point in drawn]
    assert max(off) < width * (arrows.BARB + 0.3)
    assert np.median(off) < 0.6 * width


def test_an_arrow_lies_beside_the_body_and_is_long_enough_to_read() -> None:
    """One that starts in the chest is moved to where the background is; a short one keeps its way."""
    one = panel(90, arrows=(Arrow(start="chest", off=0, by=(0, 0, 0.02)),))
    now = one.posed(one.angles)
    shown = heap(one, now)
    line, _ = standing(90).screen.pixels(shown.arrows[0])
    x, y = line.astype(int).T
    assert not standing(90).person[y, x].any()
    way = shown.arrows[0][-1] - shown.arrows[0][0]
    assert np.linalg.norm(way) > 0.09
    np.testing.assert_allclose(way / np.linalg.norm(way), (0, 0, 1), atol=1e-9)


def test_an_arrow_that_has_room_stays() -> None:
    """Nothing is moved without need."""
    one = panel(90, arrows=(Arrow(points=((0.1, 0.6, 0.2), (0.1, 0.6, 0.6))),))
    shown = heap(one, one.posed(one.angles))
    np.testing.assert_allclose(shown.arrows[0][[0, -1]], ((0.1, 0.6, 0.2), (0.1, 0.6, 0.6)), atol=0.008)


def test_an_arrow_to_and_fro_has_two_heads() -> None:
    """Both ends are points of it: as long as the way, and the same turned round."""
    one = standing(0)
    way = np.linspace([0, 0, 0.3], [0.2, 0, 0.3], 12)
    single, both = (arrows.svg(way, one.screen, 10.0, both)[1] for both in (False, True))
    assert both.count(" ") > single.count(" ")


def test_a_wall_is_seen_from_its_front_alone() -> None:
    """Behind the viewer's side of it, it would hide the hand."""
    for facing, seen in (((0.0, -1.0), True), ((0.0, 1.0), False)):
        one = scene(panel(0, props=(Wall(type="wall", at=(0, 0.3), facing=facing),)))
        assert (one.material == MATERIAL["wall"]).any() == seen


def test_a_wall_has_an_outline() -> None:
    """It is nearly white: without a line round it, hands on paper would lean on nothing. The line is a quiet one."""
    one = scene(panel(0, props=(Wall(type="wall", at=(0, 0.3), facing=(0.0, -1.0)),)))
    _, beside = edges.kinds(one)
    left, right = one.material[:, :-1], one.material[:, 1:]
    ends = ((left == MATERIAL["wall"]) & (right == 0)) | ((left == 0) & (right == MATERIAL["wall"]))
    assert ends.any()
    assert (beside[:, 1:-1][ends] == edges.FINE).all()


@pytest.mark.parametrize("thick", [0.04, 0.09])
@pytest.mark.parametrize(("az", "side"), [(-8, 1), (188, -1)])
def test_a_wall_seen_along_its_face_is_cut(thick: float, az: float, side: int) -> None:
    """Hands on it are seen to touch: its cut is as wide as it is thick, darker than its face, and behind it, at the end
    that is seen. A line parts the two; none ends the cut nor the top, since a wall goes on there."""
    one = scene(panel(az, props=(Wall(type="wall", at=(0.3, 0), facing=(-1, 0), thick=thick),)))
    end, face_ = one.material == MATERIAL["wall_end"], one.material == MATERIAL["wall"]
    row = end.shape[0] // 2
    assert end[row].sum() == pytest.approx(thick * PPU * np.cos(np.radians(8)), abs=1.5)
    assert (np.flatnonzero(end[row]).mean() - np.flatnonzero(face_[row]).mean()) * side > 0
    columns = [np.flatnonzero(part.any(0)) for part in (end, face_)]
    assert min((columns[0] - columns[1].mean()) * side) > 0
    assert (tones.colours(one)[end] == tones.COLOURS.index("wall_shade")).all()
    below, beside = edges.kinds(one)
    top = face_[1:] & (one.material[:-1] == 0)
    assert top.any()
    assert not below[1:-1][top].any()
    kinds, left, right = beside[:, 1:-1], one.material[:, :-1], one.material[:, 1:]
    meet = (face_[:, :-1] & end[:, 1:]) | (end[:, :-1] & face_[:, 1:])
    assert (kinds[meet] == edges.FINE).all()
    last = (end[:, :-1] & (right == 0)) | ((left == 0) & end[:, 1:])
    assert last.any()
    assert not kinds[last].any()
    both = end[:, :-1] & end[:, 1:]
    assert set(np.unique(kinds[both])) <= {edges.NONE, edges.FINE}


@pytest.mark.parametrize(("az", "side"), [(-8, 1), (188, -1)])
def test_the_board_at_a_walls_foot_stands_off_its_face(az: float, side: int) -> None:
    """It is seen before the wall, as high as it is; its top and its end lie between the two."""
    one = scene(panel(az, props=(Wall(type="wall", at=(0.3, 0), facing=(-1, 0)),)), ppu=1600.0)
    board, rim, wall = (one.material == MATERIAL[name] for name in ("wood_side", "wood", "wall"))
    first = [np.flatnonzero(part[:, ::side].any(0)).min() for part in (board, rim, wall)]
    assert first[0] <= first[1]
    assert first[0] < first[2]
    assert board.any(1).sum() > SKIRTING[0] * 1600.0
    assert not board[: len(board) // 2].any()
    assert rim.any(0).sum() > 0.6 * board.any(0).sum()  # its top runs along it


def test_a_close_up_stands_beside_the_picture() -> None:
    """It widens the frame, is drawn in a group of its own, and nothing leaves the frame."""
    plain, close = svg(panel(0)), svg(panel(0, closeup=CloseUp(at="foot_top.R")))
    assert frame(close)[0] > frame(plain)[0] + 0.3 * PPU
    assert close.count("<g ") == 1
    left, top, right, bottom = bounds(close)
    assert min(left, top) >= 0
    assert right <= frame(close)[0]
    assert bottom <= frame(close)[1]


@pytest.mark.parametrize("corner", ["above_left", "above_right"])
@pytest.mark.parametrize("size", [0.04, 0.09])
def test_a_close_up_above_stands_over_what_is_in_its_columns_alone(
    corner: Literal["above_left", "above_right"], size: float
) -> None:
    """Over an arm held out it begins at the arm, beside the head; the picture is no taller for it than it must be."""
    out = {"shoulder.L.abd": 90.0, "shoulder.R.abd": 90.0}
    plain = panel(90, angles=out)
    one = panel(90, angles=out, closeup=CloseUp(at="foot_top.R", size=size, corner=corner))
    shown = heap(one, one.posed(one.angles))
    (left, right, _, top), (*_, head) = extent(one, shown), extent(plain, shown)
    seen = shown.soup.shown() @ view(90, 8).T
    side = 2 * paint.ZOOM * size
    under = seen[seen[:, 0] < left + side, 1] if corner == "above_left" else seen[seen[:, 0] > right - side, 1]
    assert under.max() < top - side
    assert top == pytest.approx(max(head, under.max() + side), abs=2 * paint.GAP)


def test_an_arrow_in_a_close_up_is_drawn_there_too() -> None:
    """If it lies whole in it: beside the foot it does, at the head it does not."""
    close = CloseUp(at="foot_top.R", size=0.2)
    for points, inside in (
        (((0.05, -0.2, 0.03), (0.13, -0.2, 0.03)), True),
        (((0.0, -0.2, 0.9), (0.1, -0.2, 0.9)), False),
    ):
        picture_, group = svg(panel(0, closeup=close, arrows=(Arrow(points=points),))).split("<g ")
        assert DRAWN["arrow"] in picture_
        assert (DRAWN["arrow"] in group) is inside


def test_a_ghost_is_drawn_where_the_body_is_no_longer() -> None:
    """An arm that was out to the side leaves a dashed outline; a body that did not move leaves none."""
    one = panel(90)
    before = one.posed(one.angles | {"shoulder.L.abd": 30.0})
    assert len(marks.ghost(standing(90), before)) == 1
    assert marks.ghost(standing(90), one.posed(one.angles)) == []


HELD = ({"abd": 25.0}, {"flex": 40.0}, {"flex": 25.0, "abd": 10.0}, {"abd": 80.0})  # shoulders, in degrees


@pytest.mark.parametrize("az", [0.0, 45.0, 90.0, 180.0, 225.0, 270.0])
@pytest.mark.parametrize("person", PEOPLE)
def test_cloth_hangs_in_folds(az: float, person: str) -> None:
    """Seen from anywhere, shirt and shorts have folds; each lies whole on trunk or legs, and is no speck and no stripe."""
    for held in HELD:
        arms = {f"shoulder.{side}.{name}": at for side in "LR" for name, at in held.items()}
        now = scene(panel(az, person=person, angles=arms))
        drawn = re.findall(r' d="([^"]*)"', "".join(folds.folds(now)))
        cloth = np.isin(now.material, (MATERIAL["shirt"], MATERIAL["shorts"]))
        own = cloth & ~np.isin(now.limb, [LIMBS.index(f"arm.{side}") for side in "LR"])
        near = ndimage.binary_dilation(own, iterations=3)
        lines = [line for text in drawn for line in subpaths(text)]
        assert len(lines) <= 16
        for line in lines:
            places = np.array([point for piece in line for point in piece]) / UNITS
            assert 0.01 * PPU < np.hypot(*np.ptp(places, axis=0)) < 0.09 * PPU
            assert near[places[:, 1].astype(int), places[:, 0].astype(int)].all()
    assert len(lines) >= 3  # arms held away from the trunk hide none


def test_an_arm_hides_the_folds_behind_it() -> None:
    """An arm that hangs before the trunk leaves fewer folds than one that is lifted off."""
    hanging, lifted = (
        "".join(folds.folds(scene(panel(0, angles={"shoulder.R.flex": at})))).count("M") for at in (0.0, 90.0)
    )
    assert hanging < lifted


def test_the_rim_of_an_ear_is_drawn_where_no_hair_is() -> None:
    """It goes round the back and the lobe of either ear; before it lies a fold. None leaves the ear."""
    places = body("anna").places
    around: dict[int, list[tuple[float, float]]] = {1: [], -1: []}
    for kind, corners, shares in face.strokes():
        if kind == "ear":
            x, y, z = (places[corners] * shares[:, :, None]).sum(1).T
            along, across = (z - hair.EAR[1]) / hair.EAR_LONG, (x - hair.EAR[0]) / hair.EAR_WIDE
            assert (np.abs(y) > 0.03).all()
            assert (hair._off_ear(x, z) < 0).all()
            around[int(np.sign(y[0]))].append((float(along.min()), float(across.min())))
    for rim, fold in around.values():
        assert max(rim) < -0.7
        assert min(fold) > min(rim)


def test_a_nose_has_a_tip_between_its_wings() -> None:
    """The tip lies in the middle, below the wings and above the mouth."""
    places = body("anna").places
    y: dict[str, list[float]] = {}
    z: dict[str, list[float]] = {}
    for kind, corners, shares in face.strokes():
        at = (places[corners] * shares[:, :, None]).sum(1).mean(0)
        y.setdefault(kind, []).append(float(at[1]))
        z.setdefault(kind, []).append(float(at[2]))
    one, two, tip = y["nose"]
    assert min(one, two) < tip < max(one, two)
    assert z["mouth"][0] < z["nose"][2] < z["nose"][0]


def test_shade_has_calm_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where light turns to shade on one thing, no line lies on the edge: fewer curves draw it."""
    one = standing(45)
    calm = sum(map(len, fills.fills(one, tones.colours(one))))
    monkeypatch.setattr(fills, "CALM", 1.0)
    assert calm < 0.98 * sum(map(len, fills.fills(one, tones.colours(one))))


def test_a_body_map_is_hatched_wide() -> None:
    """Made small, as many strokes as in the picture would fill the felt area."""
    one = panel(0, felt=(Felt(at="low_back", radius=(0.2, 0.3, 0.1)),), inset="right")
    mapped = svg(one)
    felt_lines = [
        re.findall(rf'd="([^"]*)" fill="none" stroke="{DRAWN["hatch"]}"', text) for text in mapped.split("<g ")
    ]
    gaps = []
    for (text,) in felt_lines:
        at = {x + y for ((x, y),), _ in (line[:2] for line in subpaths(text))}
        gaps.append((max(at) - min(at)) / (len(at) - 1))
    assert gaps[1] == pytest.approx(gaps[0] * paint.MAP_PPU * paint.MAP_LOOSE, rel=0.1)
    assert paint.MAP_LOOSE > 1


def test_a_body_map_has_no_folds() -> None:
    """They would be specks there."""
    mapped = svg(panel(0, felt=(Felt(at="low_back", radius=(0.2, 0.3, 0.1)),), inset="right"))
    assert f'fill="{DRAWN["line"]}"' not in mapped[mapped.index("<g ") :]


def test_a_lifted_thigh_hides_the_folds_of_the_other_leg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both wear the same cloth: what lies far behind what is seen is not drawn."""
    one = scene(panel(0, angles={"hip.R.flex": 80.0, "knee.R.flex": 60.0}))
    shown = "".join(folds.folds(one)).count("M")
    monkeypatch.setattr(folds, "LOOK", replace(folds.LOOK, under=1.0))
    assert 0 < shown < "".join(folds.folds(one)).count("M")


@pytest.mark.parametrize("az", [0.0, 180.0])
def test_shoes_have_laces(az: float) -> None:
    """Two or three on the instep of the near shoe; bare feet have none."""
    bare, shod = ("".join(folds.folds(scene(panel(az, shoes=worn)))).count("M") for worn in (False, True))
    assert bare + 2 <= shod <= bare + 3


def test_cloth_hangs_differently_on_either_side() -> None:
    """Of one fold, the right side's is the shorter: mirrored strokes would look stamped. None begins on an arm."""
    arms = [LIMBS.index(f"arm.{side}") for side in "LR"]
    lengths: dict[tuple[str, int], float] = {}
    for garment, corners, shares in folds._laid():
        places = (body("anna").places[corners] * shares[:, :, None]).sum(1)
        assert not np.isin(body("anna").top.limb[corners], arms).any()
        key = garment, int(np.sign(places[:, 1].mean()))
        lengths[key] = lengths.get(key, 0.0) + float(np.linalg.norm(places[-1] - places[0]))
    for garment in ("shirt", "shorts"):
        assert 0.6 * lengths[garment, 1] < lengths[garment, -1] < 0.85 * lengths[garment, 1]
