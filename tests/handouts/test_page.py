"""The page on its own: what stands in it, that nothing in it runs but its own script, and that it is always the same."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.handouts.document import document
from kit.handouts.nodes import Box, DiaryWeek, ExerciseBlock, Facts, Heading, Text
from kit.handouts.page import page as page_module
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.timing.session import session
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides
from kit.words.readability import readability
from kit.words.text import clean
from tests.handouts.pages import session_html

CLINIC = Clinic(name="Sunny Clinic", therapist="A. Physio", contact="01234 567")
PANEL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path d="M1 5H7" stroke="#333"/></svg>'
VOID = {"meta", "img"}


class Tree(HTMLParser):
    """The elements with their attributes, the text outside of scripts and styles, and each script's own text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.words: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.runs_on = False  # a number to call stands within its line
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.runs_on = tag == "a"
        if tag in self.raw:
            self.raw[tag].append("")
        if tag not in VOID:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.inside[-1] == tag, f"</{tag}> closes <{self.inside[-1]}>"
        self.inside.pop()
        self.runs_on = tag == "a"

    def handle_data(self, data: str) -> None:
        here = self.inside[-1] if self.inside else ""
        if here in self.raw:
            self.raw[here][-1] += data
        elif self.runs_on and self.words:
            self.words[-1] += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def facts_of(html: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(Tree(html).raw["script"][0])
    return facts


def six(library: Library) -> Plan:
    """Six exercises with sets, sides, a load, free days and several times a day."""
    plan = Plan.begin("P-006", start=dt.date(2026, 6, 1))
    for name in ("bridge", "ankle_pumps", "seated_rotator_stretch", "clamshell", "bird_dog", "heel_raise_double"):
        plan = plan.add(library[name])
    return plan.adjust("i1", load_kg=5.0, schedule=Schedule(weekdays=("mon", "thu")))


def test_the_same_plan_gives_the_same_text(issued: Plan, library: Library) -> None:
    """Nothing of the day, the machine or chance is in the page."""
    assert session_html(issued, library, CLINIC) == session_html(issued, library, CLINIC)


def test_only_its_own_script_and_style_may_run(four: Plan, library: Library) -> None:
    """The policy allows nothing from anywhere but the one script and the one style, by the hash of what stands there."""
    tree = Tree(session_html(four, library, CLINIC))
    policy = next(a["content"] for t, a in tree.elements if t == "meta" and a.get("http-equiv"))

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    script, style = hashed(tree.raw["script"][1]), hashed(tree.raw["style"][0])
    assert policy == (
        f"default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
    )
    assert [a["type"] for t, a in tree.elements if t == "script"] == ["application/json", "module"]
    assert not any({"style", "src", "srcset"} & a.keys() for _, a in tree.elements)
    assert all(str(a["href"]).startswith("tel:") for _, a in tree.elements if "href" in a)
    assert not any(name.startswith("on") for _, a in tree.elements for name in a)


def test_a_logo_is_an_image_and_a_link_is_text(four: Plan, library: Library, tmp_path: Path) -> None:
    """A clinic's own drawing cannot run in the page; its address is shown in full, and opening it tells nothing."""
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>", encoding="utf-8")
    clinic = CLINIC.model_copy(update={"logo": str(logo), "link": "https://clinic.example/a?b=1&c=2"})
    tree = Tree(session_html(four, library, clinic))
    images = [a for t, a in tree.elements if t == "img"]
    assert [(a["alt"], str(a["src"])[:26]) for a in images] == [("", "data:image/svg+xml;base64,")]
    links = [a for t, a in tree.elements if t == "a" and not str(a["href"]).startswith("tel:")]
    assert links == [{"href": clinic.link, "rel": "noreferrer"}]
    assert str(clinic.link) in tree.text
    assert "img-src data:; " in next(str(a["content"]) for t, a in tree.elements if a.get("http-equiv"))
    assert len(tree.raw["script"]) == 2


def test_everything_of_the_handout_stands_there_in_order(issued: Plan, library: Library) -> None:
    """Each text of the handout's tree is in the static content, in the order of the tree."""
    text = Tree(session_html(issued, library, CLINIC, "Pat")).text
    at = 0
    for said in _texts(issued, library):
        found = text.find(said, at)
        assert found >= 0, f"{said!r} is missing after {text[max(0, at - 80) : at]!r}"
        at = found


def _texts(plan: Plan, library: Library) -> list[str]:
    told = document(resolve(plan, library), CLINIC, "Pat")
    said = [told.title, told.purpose]
    for node in told.nodes:
        match node:
            case Heading() | Text():
                said.append(node.text)
            case Facts():
                said += [part for row in node.rows for part in row]
            case Box():
                said += [part for part in (node.title, node.about, node.first, *node.lines) if part]
            case ExerciseBlock():
                said += [f"{node.number}. {node.name}", " ".join(node.dose), node.steps_title, *node.steps]
                said += [part for aside in node.asides for part in (aside.title, *aside.lines)]
            case DiaryWeek():
                said += [node.title, node.corner, *node.days, *node.written]
    return [" ".join(part.split()) for part in said]


def test_it_says_what_a_patient_without_a_script_needs(issued: Plan, library: Library) -> None:
    """Contact, emergency number, light pull, stop, three tiers, the missed day, the easier version: all as plain text."""
    text = Tree(session_html(issued, library, CLINIC)).text
    for said in (
        "01234 567",
        "Call 999 now if:",
        "Call NHS 111.",
        "Get help today if:",
        "Call your physio or doctor if:",
        "A light pull is good. Pain is not.",
        "At 3 or more, ease off until you feel just a light pull.",
        "Walk about for 5 minutes first.",
        "Just go on with the next one. Do not do twice as much.",
        "To make it easier",
        "Hold 30 seconds. Do it 2 times on each side.",
    ):
        assert said in text, said


HOSTILE = [
    "</script><script>alert(1)</script>",
    "]]>",
    "<!--",
    "<!--<script>",
    "\u2028x\u2029",
    "\u202eevil",
    "\"' onload=alert(1) x='",
    "</title><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;",
    "{n} {name}",
    "膝 😀",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, four: Plan, library: Library) -> None:
    """Whatever a person typed adds no element and no attribute, and reads as it was typed."""
    plain = Tree(session_html(four.adjust("i1", note="note"), library, CLINIC, "name"))
    plan = four.describe(patient=text, title=f"T {text}").adjust("i1", note=text)
    html = session_html(plan, library, Clinic(name="Sunny Clinic", therapist="A. Physio", contact=text), text)
    tree = Tree(html)
    # The plain page has a link more: its contact is a number to call.
    assert [(t, sorted(a)) for t, a in tree.elements] == [
        (t, sorted(a)) for t, a in plain.elements if a.get("href") != "tel:01234567"
    ]
    assert plan.items[0].note in tree.text
    assert "\u202e" not in html
    assert json.loads(tree.raw["script"][0])["plan_id"] == "P-001"


STRETCH = Library.load()["seated_rotator_stretch"]


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=60).filter(clean))
def test_any_name_is_text(name: str) -> None:
    """No exercise name closes or opens anything: the page has the same elements whatever an exercise is called."""
    own = type(STRETCH).model_validate({**dict(STRETCH), "patient_name": name})
    plan = Plan.begin("P-1", start=dt.date(2026, 6, 1)).add(own)
    tree = Tree(session_html(plan, Library([own]), CLINIC))
    assert not tree.inside
    facts = json.loads(tree.raw["script"][0])
    assert facts["items"][0]["exercise"] == own.patient_name
    assert [t for t, _ in tree.elements].count("script") == 2


def test_the_facts_may_stand_in_a_script_element() -> None:
    """The JSON is ASCII and has no sign that HTML reads as markup, whatever an exercise is called."""
    name = "</script>&\u2028<!-- 膝"
    own = type(STRETCH).model_validate({**dict(STRETCH), "patient_name": name})
    html = session_html(Plan.begin("P-1", start=dt.date(2026, 6, 1)).add(own), Library([own]), CLINIC)
    raw = re.search(r'<script type="application/json" id="facts">(.*?)</script>', html, re.DOTALL)
    assert raw
    assert raw[1].isascii()
    assert not set("<>&") & set(raw[1])
    assert json.loads(raw[1])["items"][0]["exercise"] == own.patient_name


def test_the_name_is_shown_and_kept_nowhere(four: Plan, library: Library) -> None:
    """The printed name stands once, in the facts of the static content, and not in what the script knows."""
    html = session_html(four, library, CLINIC, "Zebrawood")
    assert html.count("Zebrawood") == 1
    assert "Zebrawood" not in json.dumps(facts_of(html))


def test_the_steps_are_those_of_the_session(library: Library) -> None:
    """Put one after the other, the items' steps are timing's session, on every day and for the whole plan."""
    plan = six(library)
    known = facts_of(session_html(plan, library, CLINIC))
    steps = {item["item"]: item["steps"] for item in known["items"]}
    for day in (None, dt.date(2026, 6, 1), dt.date(2026, 6, 3)):
        told = session(plan, library, day)
        parts = [part for item in dict.fromkeys(s.item for s in told.steps) for part in steps[item]]
        assert parts == [[s.kind, s.duration_s, s.set, s.rep, s.side] for s in told.steps]


def test_a_change_of_sides_is_told_where_both_are_done(library: Library) -> None:
    """An exercise of one side alone says nothing of turning round, and takes no time for it."""
    plan = Plan.begin("P-1", start=dt.date(2026, 6, 1)).add(library["standing_itb_stretch"])
    both_and_one: tuple[tuple[Sides, bool], ...] = (("each", True), ("left", False))
    for sides, turns in both_and_one:
        [item] = facts_of(session_html(plan.adjust("i1", sides=sides), library, CLINIC))["items"]
        assert any("Turn around to change sides." in lines for lines in item["lines"].values()) == turns
        assert ("switch" in {kind for kind, *_ in item["steps"]}) == turns


def test_days_in_a_pause_are_no_days(four: Plan, library: Library) -> None:
    """A day counts when it lies in the plan and in no pause; it names its week."""
    plan = four.pause(dt.date(2026, 6, 3), dt.date(2026, 6, 5))
    days = facts_of(session_html(plan, library, CLINIC))["days"]
    assert len(days) == 26
    assert days["2026-06-02"] == 1
    assert days["2026-06-08"] == 2
    assert not {"2026-06-03", "2026-06-04", "2026-05-31", "2026-06-29"} & days.keys()


def test_the_handouts_pictures_are_the_pages(four: Plan, library: Library) -> None:
    """The panels of the handout's tree stand in the page, and the script knows what they show of the other side."""
    html = session_html(four, library, CLINIC)
    blocks = [node for node in document(resolve(four, library), CLINIC).nodes if isinstance(node, ExerciseBlock)]
    told = [picture.alt for block in blocks for picture in block.pictures]
    assert told
    assert [a["aria-label"] for _, a in Tree(html).elements if a.get("role") == "img"] == told
    swapped = [alt for item in facts_of(html)["items"] for alt in item["alts"]]
    swap = {"left": "right", "right": "left"}
    assert swapped == [re.sub(r"\b(left|right)\b", lambda m: swap[m[1]], alt) for alt in told]


def test_pictures_stand_once_a_panel_with_their_words(four: Plan, library: Library) -> None:
    """Each panel is inlined once, as an image with its alternative; an item may have none."""
    html = session_html(
        four,
        library,
        CLINIC,
        pictures=lambda i: None if i == "i2" else [(PANEL, f"Start {i}"), (PANEL, f"End {i} <b>")],
    )
    tree = Tree(html)
    images = [a["aria-label"] for t, a in tree.elements if a.get("role") == "img"]
    assert images == [f"{when} {i}{b}" for i in ("i1", "i3", "i4") for when, b in (("Start", ""), ("End", " <b>"))]
    assert html.count("<svg") == 6


@pytest.mark.parametrize(
    ("svg", "what"),
    [
        ("<p>no</p>", "is no SVG"),
        ("<svg><script>x()</script></svg>", "holds an element <script>"),
        ("<svg><g id='a'/></svg>", "holds an attribute id on <g>"),
        ("<svg onload='x()'/>", "holds an attribute onload on <svg>"),
        ("<svg><path style='x'/></svg>", "holds an attribute style on <path>"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "has a document type"),
    ],
)
def test_a_picture_that_is_more_than_one_is_refused(svg: str, what: str, four: Plan, library: Library) -> None:
    """Scripts, styles, ids and entities do not come in by a picture; the fault names the item."""
    with pytest.raises(ContentError) as caught:
        session_html(four, library, CLINIC, pictures=lambda _: [(svg, "x")])
    assert str(caught.value) == f"item i1: the picture {what}. Draw it of shapes with attributes alone."


def test_six_exercises_with_pictures_are_small(library: Library) -> None:
    """Under 400 KB with twelve panels of 15 KB each."""
    panel = PANEL.replace("M1 5H7", "M1 5H7" * 2400)
    assert 14_000 < len(panel) < 16_000
    html = session_html(six(library), library, CLINIC, pictures=lambda _: [(panel, "a"), (panel, "b")])
    assert len(html.encode()) < 400_000


def test_every_sentence_is_asked_for_and_easy() -> None:
    """The script asks for each sentence under [page], and for none that is missing; they are for grade 6 or below."""
    page = tomllib.loads((data_dir() / "texts" / "en.toml").read_text(encoding="utf-8"))["page"]
    own = {f"page.{key}": text for key, text in page.items() if isinstance(text, str)}
    own |= {
        f"page.{part}.{key}": text
        for part, table in page.items()
        if isinstance(table, dict)
        for key, text in table.items()
    }
    asked = set(re.findall(r'\bsay\("([a-z_.]+)"', page_module._script()))
    assert {key for key in asked if key.startswith("page.")} == own.keys()
    told = readability(re.sub(r"\{[a-z]+\}", "it", text) for text in own.values())
    assert told.grade <= 6
    assert told.jargon == ()
    assert set(told.long_words) <= {"diary"}
    assert told.long_sentences == ()


def test_the_script_never_reads_text_as_markup() -> None:
    """No way from a string to markup or code, no request, no request's address in the script."""
    script = page_module._script()
    for barred in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttp",
        "http:",
        "https:",
    ):
        assert barred not in script.replace("http://www.w3.org/2000/svg", ""), barred
    assert "</" not in script


def test_the_player_stands_on_its_own() -> None:
    """The player's module imports nothing, its stage the player and words alone; neither names the page round it."""
    modules = Path(__file__).parents[2] / "js" / "session"
    player, stage = (
        re.sub(r"/\*.*?\*/", "", (modules / f"{name}.js").read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in ("player", "stage")
    )
    assert "import" not in player
    assert set(re.findall(r'from "\.*/(.+)\.js"', stage)) == {
        "board",
        "motion",
        "moving",
        "player",
        "say",
        "shared/dom",
        "telling",
    }
    for source in (player, stage):
        assert not re.search(r"\bdiary\b|\bfacts\b|localStorage|getElementById", source)


def test_language_of_the_clinic(four: Plan, library: Library) -> None:
    """The page tells its language; emergency number and dates follow the locale."""
    html = session_html(four, library, CLINIC.model_copy(update={"locale": "en-US"}))
    assert '<html lang="en-US"' in html
    assert 'Call <a href="tel:911">911</a> now if:' in html
    assert Catalogue("en-US").days(four.start, four.until - dt.timedelta(days=1)) in html
