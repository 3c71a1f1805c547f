"""What stands on the pictures form beside the exercises: when to call whom, what comes first, the key to the signs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kit.clinic import Clinic, Pen
from kit.handouts import pdf as painter
from kit.handouts.dangers import _DRAWINGS, MOST, MOST_LARGE
from kit.handouts.nodes import Document, Facts
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.help_sign import help_signs
from kit.plan.plan import Plan
from kit.words.catalogue import Catalogue
from tests.handouts.printed import MM
from tests.handouts.sheets import LIBRARY, START, boxes, facts, sheet
from tests.handouts.tagged import texts
from tests.handouts.test_identity import words_of
from tests.handouts.test_pdf import text_of
from tests.handouts.test_pictures import front, made, put, seen, told_of
from tests.handouts.test_sheet import bare, plan_of

PICTURES = Style(form="pictures")
HEAD = Path(painter.__file__).parent
PLANS: list[tuple[list[str], dict[str, Any]]] = [
    (["clamshell", "bridge"], {}),
    (["chin_tuck"], {"age": 70}),
    (["band_external_rotation"], {}),
    (["ankle_pumps"], {"conditions": [{"condition": "tha_posterior", "since": START}]}),
    (["bridge"], {"conditions": [{"condition": "pregnancy"}]}),
    (["ankle_pumps"], {"conditions": [{"condition": "nwb"}]}),
]


@pytest.mark.parametrize(("names", "about"), PLANS)
@pytest.mark.parametrize("large", [False, True])
def test_the_signs_to_stop_for_are_those_of_the_patient(names: list[str], about: dict[str, Any], large: bool) -> None:
    """Of each tier some of its signs in its own words, each drawing once, drawn ones first, under “… if:”."""
    told = sheet(names, style=Style(large_print=large), **about)
    for danger in told.dangers:
        (box,) = boxes(told, danger.tier)
        assert danger.title == box.title
        assert danger.title.endswith("if:")
        assert danger.whom in box.first
        said = [sign.words for sign in danger.signs]
        assert len({*said}) == len(said) == min(len(said), MOST_LARGE if large else MOST)
        assert {*said} <= {text for _, text in box.short}
        drawings = [sign.drawing for sign in danger.signs]
        assert drawings == sorted(drawings, key=lambda name: not name)
        assert len([*filter(None, drawings)]) == len({*drawings} - {""})
        assert all(drawings)
    assert [danger.number for danger in told.dangers] == ["999", "111"]


def test_what_concerns_the_plan_is_drawn() -> None:
    """A new hip, a leg, an arm, the neck, a pregnancy, beside what concerns everybody."""
    drawn = [[sign.drawing for sign in sheet(names, **about).dangers[0].signs] for names, about in PLANS]
    assert all(names[:4] == ["chest", "breath", "stroke", "faint"] for names in drawn)
    assert [names[4:] for names in drawn] == [
        ["saddle", "leg"],
        ["neck", "hand"],
        ["arm", "neck"],
        ["hip", "leg"],
        ["saddle", "leg"],
        ["leg", "foot"],
    ]


def test_each_drawing_is_there_and_each_sign_is_one() -> None:
    """No name without a drawing, no drawing without a sign."""
    source = (HEAD / "ailments.typ").read_text(encoding="utf-8")
    assert {*_DRAWINGS.values()} == {*re.findall(r'name == "(\w+)"', source)}
    assert {*_DRAWINGS} <= {sign.key for signs in help_signs().tiers().values() for sign in signs}


@pytest.mark.parametrize("palette", ["day", "grey"])
def test_each_page_in_front_says_when_to_call(palette: str, tmp_path: Path) -> None:
    """The signs stand before the number, a drawing above the words of each; the clinic's telephone is there too."""
    told, pdf = made("four", Style(form="pictures", palette=palette))
    pages = [bare(page) for page in text_of(put(pdf, tmp_path))[: front(told)]]
    emergency, today = told.dangers
    for read in pages:
        assert bare(emergency.title) in read
        assert [sign.words for sign in emergency.signs if bare(sign.words.split()[0]) not in read] == []
        assert "02079460018" in read
    assert bare(today.title) in pages[1]
    page = seen(pdf, tmp_path)[0]
    number = next(word for word in page.words if word.text == "999" and word.bottom - word.top > 20)
    for sign in emergency.signs:
        first = next(word for word in page.words if word.text == sign.words.split()[0] and word.top > 75)
        assert first.right < number.left
        above = [(first.left + x, first.top - y * MM) for x in range(-30, 60, 2) for y in range(2, 12)]
        assert any(page.dark(*place) for place in above), sign


def test_the_second_tier_stands_where_there_is_room(tmp_path: Path) -> None:
    """With one exercise on the page it is there, and on every page but the first one of a long plan."""
    one = Plan.begin("P-001", START).add(LIBRARY["bridge"])
    for number, plan in enumerate((one, plan_of("four"))):
        told = told_of(plan, PICTURES)
        pages = text_of(put(to_pdf(told), tmp_path))[: front(told)]
        assert [bare(told.dangers[1].title) in bare(page) for page in pages] == [[True], [False, True]][number]


def test_where_nobody_told_a_number_the_words_say_whom_to_call() -> None:
    clinic = Clinic(locale="es-ES")
    today = sheet(["bridge"], clinic=clinic).dangers[1]
    assert (today.number, today.whom) == ("", Catalogue("es-ES").say("safety.urgent_none"))
    assert sheet(["bridge"], clinic=Clinic(urgent_number="123")).dangers[1].number == "123"


# What comes first


@pytest.mark.parametrize(
    ("names", "about", "seconds", "drawn"),
    [
        (["bridge"], {}, 300, True),
        (["bridge"], {"age": 80}, 300, True),
        (["walking", "bridge"], {}, 0, False),
        (["chair_figure4_stretch"], {}, 120, False),
        (["ankle_pumps"], {"conditions": [{"condition": "nwb"}]}, 0, False),
    ],
)
def test_the_warm_up_is_drawn_where_it_is_walking(
    names: list[str], about: dict[str, Any], seconds: int, drawn: bool
) -> None:
    """With how long it takes; what it takes in words is told to a listener."""
    ready = sheet(names, **about).ready
    assert (ready.seconds, bool(ready.svg)) == (seconds, drawn)


@pytest.mark.parametrize(("names", "about"), [(["bridge"], {}), (["bridge"], {"age": 80}), (["chin_tuck"], {})])
def test_the_minutes_drawn_are_those_told(names: list[str], about: dict[str, Any], tmp_path: Path) -> None:
    """ "3 to 5 minutes" is no five."""
    told = sheet(names, style=PICTURES, **about)
    words = words_of(put(to_pdf(told), tmp_path))[0]
    first = next(word for word in words if word.text == "min")
    row = [word for word in words if abs(word.top - first.top) < 3]
    drawn = next(word.text for word in row if re.fullmatch(r"[0-9]+(–[0-9]+)?", word.text))
    assert drawn.split("–") == re.findall("[0-9]+", told.ready.told)


def test_the_warm_up_and_what_is_needed_stand_before_the_first_exercise(tmp_path: Path) -> None:
    told, pdf = made("four", PICTURES)
    page = seen(pdf, tmp_path)[0]
    clock = next(word for word in page.words if word.text == "min")
    first = next(word for word in page.words if word.text == "Seated")
    things = [next(word for word in page.words if word.text == thing.split()[0]) for thing in told.ready.things]
    assert "; ".join(told.ready.things) == facts(told)["You need"]
    assert all(word.bottom < first.top for word in (clock, *things))
    assert any(page.dark(x, clock.top + y) for x in range(30, 50) for y in range(-12, 20))


# The key


def test_the_key_tells_each_sign_of_the_plan_and_no_other() -> None:
    """Its order is that of the sheet; each sign once."""

    def key(plan: Plan) -> list[str]:
        return [meaning.sign for meaning in told_of(plan, PICTURES).meanings]

    plain = Plan.begin("P-001", START).add(LIBRARY["bridge"], sets=1, hold_s=0, effort_target=None, rest_rep_s=0)
    always = ["call", "first", "order", "move", "felt", "both", "times", "sun", "pick", "pain", "go", "steady", "stop"]
    assert key(plain) == always
    for change, sign in (
        ({"hold_s": 5}, "hold"),
        ({"rest_rep_s": 5}, "rest"),
        ({"sets": 2}, "rounds"),
        ({"load_kg": 2.5}, "weight"),
        ({"band": "red"}, "band"),
        ({"effort_target": 5}, "effort"),
    ):
        assert {*key(plain.adjust("i1", **change))} - {*always} >= {sign}
    assert {"side", "behind", "less", "still", "days"} <= {*key(plan_of("four"))}
    assert not {"both", "steady", "stop", "pick"} & {*key(plan_of("four"))}


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG", "zh-CN"])
def test_the_key_stands_among_the_words(locale: str, tmp_path: Path) -> None:
    """Behind the pictures, before all other words; each meaning another one."""
    told, pdf = made("four", PICTURES, locale)
    assert len({meaning.words for meaning in told.meanings}) == len(told.meanings)
    read = bare(" ".join(texts(put(pdf, tmp_path))))
    _, behind = read.split(bare(told.labels["helper"]), 1)
    key, _ = behind.split(bare(next(node for node in told.nodes if isinstance(node, Facts)).rows[0][0]), 1)
    assert key.startswith(bare(told.labels["signs"]))
    assert [meaning.words for meaning in told.meanings if bare(meaning.words) not in key] == []


def test_the_rest_between_times_is_said_in_words(tmp_path: Path) -> None:
    """Where there is one: to who listens, and in print; a dose of one time has none."""
    told, pdf = made("four", PICTURES)
    said = "Rest 15 seconds between times."
    assert all(signs.dose_told.count(said) == 1 for signs in told.signs)
    read = bare(" ".join(texts(put(pdf, tmp_path))))
    assert read.split(bare(told.labels["helper"]), 1)[1].count(bare(said)) == len(told.signs)
    once = Plan.begin("P-001", START).add(LIBRARY["supine_figure4_stretch"], reps=1, rest_rep_s=15)
    (signs,) = told_of(once, PICTURES).signs
    assert signs.rest_s == 0


# The diary


def pictures_in(pdf: bytes, folder: Path) -> list[int]:
    """How many stand on each sheet of the diary."""
    with pikepdf.open(put(pdf, folder)) as opened:
        lying = [page for page in opened.pages if page.mediabox[2] > page.mediabox[3]]
        return [sum(str(step.operator) == "Do" for step in pikepdf.parse_content_stream(page)) for page in lying]


@pytest.mark.parametrize("diary", ["brief", "full"])
def test_each_row_of_the_diary_has_its_picture(diary: Pen, tmp_path: Path) -> None:
    """In each of four weeks; on no other form."""
    plan = plan_of("four")
    assert sum(pictures_in(to_pdf(told_of(plan, Style(form="pictures", diary=diary))), tmp_path)) == 4 * 4
    assert sum(pictures_in(to_pdf(told_of(plan, Style(diary=diary))), tmp_path)) == 0


def test_the_founding_four_stay_small(tmp_path: Path) -> None:
    """Five sheets of at most 170 KB: a picture in the diary is kept once for all weeks."""
    _, pdf = made("four", PICTURES)
    with pikepdf.open(put(pdf, tmp_path)) as opened:
        assert (len(opened.pages), len(pdf) <= 170 * 1024) == (5, True)


def words_of_marks(told: Document) -> list[tuple[str, float | None]]:
    assert told.diary
    return [(mark.sign, mark.part) for mark in told.diary.marks]


def test_each_mark_of_the_diary_says_how_much_was_done() -> None:
    """All, a part or nothing; a box that is empty says nothing of it."""
    assert words_of_marks(sheet(["bridge"]))[:4] == [("tick", 1), ("P", 0.5), ("0", 0), ("", None)]
