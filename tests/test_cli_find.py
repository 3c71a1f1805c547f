"""`kit find`: every kind under its head, what is lacking said, JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

from kit.plan.find import find
from kit.plan.template import template, templates
from kit.store.own_templates import OwnTemplates
from tests.conftest import Kit


def test_find(kit: Kit) -> None:
    """Conditions, templates and exercises of one problem; what the kit has not is a sentence of its own."""
    assert kit("find", "DVT") == (
        0,
        "Red flag:\n  dvt  Deep vein thrombosis or pulmonary embolism\n"
        "Condition:\n  dvt_suspected  Suspected or untreated deep vein thrombosis or pulmonary embolism\n",
        "",
    )
    assert kit("find", "tennis", "elbow")[1] == (
        "Problem:\n  tennis_elbow  Elbow pain\nNo rule covers: Elbow pain.\nThe library has no exercise for elbow.\n"
    )
    assert kit("find", "xyzzy")[1] == "Nothing found. Try fewer words, or other words.\n"


def test_find_shows_the_first_and_lists_all(kit: Kit) -> None:
    """Five of a kind, how many more there are, and all of them where they are asked for."""
    short, every = kit("find", "frozen shoulder")[1], kit("find", "frozen shoulder", "--all")[1]
    assert "  and 1 other; --all lists them.\n" in short or "others; --all lists them.\n" in short
    assert "--all" not in every
    told = json.loads(kit("find", "frozen shoulder", "--json")[1])["found"]
    assert list(told) == ["condition", "template", "exercise"]
    assert all(f"  {row['key']}  {row['name']}\n" in every for rows in told.values() for row in rows)


def test_find_knows_the_commands(kit: Kit) -> None:
    """What somebody wants to do leads to the command that does it."""
    assert "Command:\n  kit diary  " in kit("find", "import", "diary")[1]


def test_find_knows_her_own_templates(kit: Kit, tmp_path: Path) -> None:
    """By the command and in Python, as `kit templates` and the page do; one with a fault is told."""
    own = OwnTemplates(tmp_path / "clinic" / "templates")
    own.keep(template("knee-glute-stretches").model_copy(update={"name": "Zebra crossing"}))
    assert "zebra" not in kit("find", "zebra crossing")[1].lower()
    out = kit("find", "zebra crossing", "--workspace", tmp_path / "clinic")[1]
    assert "Template:\n  my_zebra_crossing  Zebra crossing\n" in out
    assert list(find("zebra crossing", templates=templates(own.folder)).templates) == ["my_zebra_crossing"]
    (own.folder / "my_broken.toml").write_text("name =", encoding="utf-8")
    assert "my_broken.toml: is not TOML" in kit("find", "zebra crossing", "--workspace", tmp_path / "clinic")[2]
