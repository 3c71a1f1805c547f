"""Ready-made plans: a file with a fault is left out and told, and the others go on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.places import data_dir
from kit.plan.template import template, templates, usable_templates


def test_a_broken_template_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No TOML and a pipe: both are told, the rest is there, and who asks for a broken one reads why it is not."""
    known = templates()
    folder = tmp_path / "templates"
    shutil.copytree(data_dir() / "templates", folder)
    monkeypatch.setattr("kit.plan.template.data_dir", lambda: tmp_path)
    (folder / "broken.toml").write_text("x = [", encoding="utf-8")
    os.mkfifo(folder / "pipe.toml")
    told = [
        "broken.toml: is not TOML: Invalid value (at end of document). Mend that line.",
        f"{folder / 'pipe.toml'}: is no file. Give the name of a file, or take this one away.",
    ]
    found, faults = usable_templates()
    assert (found, [*map(str, faults)]) == (known, told)
    assert template("knee-glute-stretches") == known["knee-glute-stretches"]
    with pytest.raises(ContentError) as caught:
        template("broken")
    assert [str(fault) for fault in caught.value.faults[1:]] == told
    with pytest.raises(ContentError) as caught:
        templates()
    assert [*map(str, caught.value.faults)] == told
