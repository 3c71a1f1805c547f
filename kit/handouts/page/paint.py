"""The HTML painter: the handout's nodes as static content that stands on its own where no script runs."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kit.handouts.nodes import (
    Asked,
    Box,
    DiaryWeek,
    Document,
    ExerciseBlock,
    Facts,
    Heading,
    Listed,
    Node,
    PageBreak,
    Picture,
    Text,
)
from kit.handouts.page.drawing import drawing
from kit.handouts.page.markup import Markup, element, joined
from kit.library.photo import shrunk
from kit.words.phone import dial, parted

_PHOTO = 720  # dots of a photo's longer side: twice the widest place that a page has for it


@dataclass
class _Part:
    """A heading and what follows it; `leaf` starts a new sheet on paper, `paper` is for the printer alone."""

    heading: Heading | None = None
    leaf: bool = False
    paper: bool = False
    nodes: list[Node] = field(default_factory=list)


def paint(document: Document, item_ids: Iterable[str]) -> Markup:
    """The body of the page. `item_ids` name the exercises in order."""
    ids = list(item_ids)
    parts = [_section(part, ids, document.marks["prose"]) for part in _parts(document.nodes)]
    foot = element("footer", _link(document), element("p", document.footer, class_="quiet"))
    return joined([_top(document), *parts, foot])


def _top(document: Document) -> Markup:
    banner = element("p", document.draft_banner, class_="draft") if document.draft_banner else None
    title, purpose = element("h1", document.title), element("p", document.purpose, class_="quiet")
    return element("header", banner, _logo(document), title, purpose)


def _logo(document: Document) -> Markup | None:
    """As an image: a drawing of the clinic's own may hold what must not run within the page."""
    if not document.logo:
        return None
    source = base64.b64encode(document.logo.encode()).decode()
    return element("img", src=f"data:image/svg+xml;base64,{source}", alt="", class_="logo")


def _link(document: Document) -> Markup | None:
    if not document.link:
        return None
    return element(
        "p",
        f"{document.link_title}{document.marks['named']}",
        element("a", document.link, href=document.link, rel="noreferrer"),
    )


def _parts(nodes: Iterable[Node]) -> list[_Part]:
    """The nodes in sections: a new one at each heading, and where what is for paper alone begins or ends."""
    found, leaf = [_Part()], False
    for node in nodes:
        if isinstance(node, PageBreak):
            leaf = True
            continue
        if isinstance(node, Heading):
            found.append(_Part(node, leaf))
        elif (node.medium == "paper") != found[-1].paper:
            if found[-1].nodes:
                found.append(_Part())
            found[-1].paper = node.medium == "paper"
        if not isinstance(node, Heading):
            found[-1].nodes.append(node)
        leaf = False
    return [part for part in found if part.heading or part.nodes]


def _section(part: _Part, ids: list[str], space: str) -> Markup:
    heading = element("h2", part.heading.text) if part.heading else None
    level = "h3" if heading else "h2"
    kinds = " ".join(name for name, is_so in (("leaf", part.leaf), ("paper", part.paper)) if is_so)
    kids = [_node(node, level, ids, space) for node in part.nodes]
    return element("section", heading, *kids, class_=kinds or None)


def _node(node: Node, level: str, ids: list[str], space: str) -> Markup:
    """`space` is what stands between two sentences."""
    match node:
        case Facts():
            kinds = "facts key" if node.key else "facts"
            return element("dl", *(_fact(name, value, node.calls) for name, value in node.rows), class_=kinds)
        case Box():
            return _box(node, level)
        case ExerciseBlock():
            return _exercise(node, ids[node.number - 1], space)
        case DiaryWeek():
            return _week(node, space)
        case Text():
            return element("p", element("strong", node.text) if node.strong else node.text)
    raise TypeError(f"no way to paint {type(node).__name__}")


def _box(box: Box, level: str) -> Markup:
    title = element(level, *_linked(box.title, box.calls))
    about = element("p", element("bdi", box.about), class_="quiet") if box.about else None
    first = element("p", element("strong", *_linked(box.first, box.calls))) if box.first else None
    lines = _list("ul", box.lines, calls=box.calls)
    return element(
        "section", title, about, first, _ruler(box), lines, class_=f"box box-{box.kind}", data_topic=box.topic or None
    )


def _ruler(box: Box) -> Markup | None:
    """The scores of pain, each in the colour of what it asks for; the lines below say the same in words."""
    if not box.scores:
        return None
    cells = [element("span", str(score), class_=zone) for score, zone in enumerate(box.scores)]
    return element("p", *cells, class_="ruler", aria_hidden="true")


def _fact(name: str, value: str, calls: Sequence[str]) -> Markup:
    return element("div", element("dt", name), element("dd", element("bdi", *_linked(value, calls))))


def _list(tag: str, lines: Iterable[str], lang: str = "", calls: Sequence[str] = ()) -> Markup:
    return element(tag, *(element("li", element("bdi", *_linked(line, calls))) for line in lines), **_own(lang))


def _linked(text: str, numbers: Sequence[str]) -> list[str | Markup]:
    """`text` with each of the telephone `numbers` in it as a link that dials it."""
    return [element("a", piece, href=dial(piece)) if is_one else piece for piece, is_one in parted(text, numbers)]


def _own(lang: str) -> dict[str, str | None]:
    """The attributes of a text in another language than the page; such a text is in English."""
    return {"lang": lang, "dir": "ltr"} if lang else {}


def _exercise(block: ExerciseBlock, item_id: str, space: str) -> Markup:
    name = element("bdi", block.name, **_own(block.lang)) if block.lang else block.name
    title = element("h3", f"{block.number}. ", name)
    dose = element("p", space.join(block.dose), class_="dose")
    panels = [element("figure", _panel(picture, block, item_id)) for picture in block.pictures]
    pictures = element("div", *panels, class_="panels") if panels else None
    steps = [element("h4", block.steps_title), _list("ol", block.steps, block.lang)]
    asides = element("div", *(_aside(aside, block.lang) for aside in block.asides), class_="asides")
    return element("article", title, dose, pictures, *steps, asides, class_="exercise", data_item=item_id)


def _panel(picture: Picture, block: ExerciseBlock, item_id: str) -> Markup:
    lang = block.lang or None
    if picture.jpeg:
        src = f"data:image/jpeg;base64,{shrunk(picture.jpeg, _PHOTO)}"
        return element("img", src=src, alt=picture.alt, class_="panel photo", lang=lang)
    svg = drawing(picture.svg, f"item {item_id}")
    return element("div", svg, role="img", aria_label=picture.alt, class_="panel", lang=lang)


def _aside(aside: Listed, lang: str) -> Markup:
    """A note is the clinician's, and in whatever language they wrote it."""
    lines = _list("ul", aside.lines, "" if aside.kind == "note" else lang)
    return element("div", element("h4", aside.title), lines, class_="aside")


def _week(week: DiaryWeek, space: str) -> Markup:
    """A week as a table; its blank boxes are for a pen."""
    head = element("tr", element("th", week.corner, scope="col"), *(element("th", d, scope="col") for d in week.days))
    rows = []
    for row in week.rows:
        label = element("th", row.label, element("small", f" {row.hint}") if row.hint else None, scope="row")
        rows.append(element("tr", label, *(_boxes(boxes, week.rest) for boxes in row.days)))
    for name in week.written:
        rows.append(element("tr", element("th", name, scope="row"), *(element("td") for _ in week.days)))
    table = element("table", element("caption", week.title), element("thead", head), element("tbody", *rows))
    wide = element("div", table, class_="wide", role="region", aria_label=week.title, tabindex="0")
    return element("div", wide, _asked(week.asked, space)) if week.asked else wide


def _asked(asked: Asked, space: str) -> Markup:
    numbers = [element("span", number) for number in asked.numbers]
    lines = (element("li", element("b", element("bdi", line)), element("span", *numbers)) for line in asked.lines)
    return element(
        "section",
        element("h3", asked.title),
        element("p", space.join(asked.how)),
        element("ul", *lines),
        class_="asked",
    )


def _boxes(boxes: tuple[str, ...] | None, rest: str) -> Markup:
    if boxes is None:
        return element("td", rest)
    return element("td", *(element("span", side, class_="tick") for side in boxes))
