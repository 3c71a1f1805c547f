"""Her own templates are files that she can edit; one that is taken away comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.plan.template import template, usable_templates
from kit.store.own_templates import OwnTemplates
from kit.words.lookalikes import same_look

MINE = template("knee-glute-stretches").model_copy(update={"name": "Mine"})


@pytest.fixture
def own(tmp_path: Path) -> OwnTemplates:
    return OwnTemplates(tmp_path / "templates")


def test_it_is_kept_renamed_taken_away_and_brought_back(own: OwnTemplates) -> None:
    """At each step the file says the same, and the templates begin with it, under a name that is no other's."""
    name = own.keep(MINE)
    assert (name, own.names()) == ("my_mine", ["my_mine"])
    found, faults = usable_templates(own.folder)
    assert (next(iter(found)), found[name], faults) == (name, MINE, [])
    own.rename(name, " Hers ")
    assert template(name, own.folder) == MINE.model_copy(update={"name": "Hers"})
    assert own.remove(name) == "Hers"
    assert (own.names(), name in usable_templates(own.folder)[0]) == ([], False)
    assert own.keep(MINE) == "my_mine_2"
    assert own.bring_back(name) == "Hers"
    assert own.names() == ["my_mine", "my_mine_2"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda own: own.keep(MINE), "template: “Mine” is there already. Choose another name."),
        (lambda own: own.rename("my_other", "MINE"), "template: “Mine” is there already. Choose another name."),
        (lambda own: own.rename("my_mine", " "), "template, name: “ ”: it is empty. Write a text."),
        (lambda own: own.rename("../clinic", "x"), "template: is no template of yours. Reload the page."),
        (lambda own: own.remove("my_x"), "template: is no template of yours. Reload the page."),
        (lambda own: own.bring_back("my_mine"), "template: is no template of yours. Reload the page."),
    ],
)
def test_what_is_refused(own: OwnTemplates, ask: Callable[[OwnTemplates], object], told: str) -> None:
    """In words, and the files stay as they are."""
    own.keep(MINE)
    own.keep(MINE.model_copy(update={"name": "Other"}))
    before = {path: path.read_bytes() for path in own.folder.rglob("*")}
    with pytest.raises(KitError) as caught:
        ask(own)
    assert str(caught.value) == told
    assert {path: path.read_bytes() for path in own.folder.rglob("*")} == before


@pytest.mark.parametrize("alike", ["mine", " Mi ne", "Mi\u200dne", "\u200cMINE", "Ｍine"])
def test_a_name_that_looks_like_another_is_that_name(own: OwnTemplates, alike: str) -> None:
    """Whatever stands between its letters unseen; its own template may still be written otherwise."""
    own.keep(MINE)
    own.keep(MINE.model_copy(update={"name": "Other"}))
    with pytest.raises(KitError, match="“Mine” is there already"):
        own.keep(MINE.model_copy(update={"name": alike}))
    with pytest.raises(KitError, match="“Mine” is there already"):
        own.rename("my_other", alike)
    own.rename("my_mine", alike)
    assert same_look(template("my_mine", own.folder).name) == "mine"
