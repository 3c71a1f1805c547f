"""The launcher: a workspace made ready, and nothing of hers overwritten."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from traitlets import import_item

from kit.clinic import Clinic, read_clinic
from kit.errors import MachineError
from kit.handouts.claim import claimed
from kit.lab.folders import make_folders
from kit.lab.scrub import scrub
from kit.lab.start import HOST, arguments, run
from kit.lab.workspace import make_workspace


def edit(notebook: Path, source: str) -> None:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"][0]["source"] = source
    notebook.write_text(json.dumps(content), encoding="utf-8")


def test_a_workspace_has_the_notebooks_and_settings_that_change_nothing(tmp_path: Path) -> None:
    make_workspace(tmp_path / "clinic")
    assert (tmp_path / "clinic" / "plan.ipynb").is_file()
    assert read_clinic(tmp_path / "clinic" / "clinic.toml") == (Clinic(), ())


def test_every_line_of_the_settings_may_be_used(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    path = tmp_path / "clinic.toml"
    text = path.read_text(encoding="utf-8")
    used = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)
    path.write_text(used, encoding="utf-8")
    (tmp_path / "logo.png").touch()  # the one line that names a file
    clinic, faults = read_clinic(path)
    assert (clinic.model_fields_set, faults) == (set(Clinic.model_fields), ())


def test_a_notebook_of_hers_stays_and_an_old_copy_is_refreshed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = tmp_path / "kit"
    kit.mkdir()
    for name in ("hers.ipynb", "old.ipynb"):
        cell = {"cell_type": "code", "source": ["1"], "metadata": {}, "outputs": []}
        (kit / name).write_text(json.dumps({"cells": [cell], "metadata": {}}), encoding="utf-8")
    monkeypatch.setattr("kit.lab.notebooks.notebooks_dir", lambda: kit)
    clinic = tmp_path / "clinic"
    make_workspace(clinic)
    edit(clinic / "hers.ipynb", "mine")
    edit(kit / "hers.ipynb", "2")
    edit(kit / "old.ipynb", "2")
    make_workspace(clinic)
    assert "mine" in (clinic / "hers.ipynb").read_text(encoding="utf-8")
    assert json.loads((clinic / "old.ipynb").read_text(encoding="utf-8"))["cells"][0]["source"] == "2"


@pytest.mark.parametrize("content", ["{", "[1]", "null", "[" * 50_000, '{"plan.ipynb": {}}'])
def test_a_broken_record_of_copies_is_written_anew(tmp_path: Path, content: str) -> None:
    """Nothing of hers is replaced, and what is still the kit's is known again."""
    make_workspace(tmp_path)
    record = tmp_path / ".kit" / "notebooks.json"
    before = record.read_bytes()
    record.write_text(content, encoding="utf-8")
    assert make_workspace(tmp_path)[1] == []
    assert record.read_bytes() == before
    edit(tmp_path / "plan.ipynb", "mine")
    record.write_text(content, encoding="utf-8")
    make_workspace(tmp_path)
    assert "mine" in (tmp_path / "plan.ipynb").read_text(encoding="utf-8")


def test_a_handout_that_was_cut_off_is_repaired_at_the_start(tmp_path: Path) -> None:
    """What a killed run has left is taken away; where another run is at work it is told."""
    folder = tmp_path / "handouts" / "P-001-BCDFGHJF" / "v1"
    (folder / ".handout-0123456789abcdef.part").mkdir(parents=True)
    with claimed(folder):
        _, faults = make_workspace(tmp_path)
    told = "another handout is being put there just now. Wait a moment, then try again."
    assert [str(fault) for fault in faults] == [f"{folder}: {told}"]
    assert make_workspace(tmp_path)[1] == []
    assert list(folder.iterdir()) == []


def test_what_is_in_the_way_of_a_notebook_is_told_and_stays(tmp_path: Path) -> None:
    """A pipe, a folder, a link to nowhere, and a folder in place of the record: the rest of the workspace is made."""
    os.mkfifo(tmp_path / "library.ipynb")
    (tmp_path / "plan.ipynb").mkdir()
    (tmp_path / "adherence.ipynb").symlink_to(tmp_path / "gone")
    (tmp_path / "clinic.toml").symlink_to(tmp_path / "gone")
    (tmp_path / ".kit" / "notebooks.json").mkdir(parents=True)
    _, faults = make_workspace(tmp_path)
    assert {(Path(fault.where).name, fault.what) for fault in faults} == {
        ("notebooks.json", "is a folder, not a file."),
        ("adherence.ipynb", "cannot be read: No such file or directory."),
        ("library.ipynb", "is no file."),
        ("plan.ipynb", "is a folder, not a file."),
    }
    assert len(faults) == 4
    assert (tmp_path / "clinic.toml").is_symlink()


def test_jupyter_stays_in_its_folder_and_on_this_machine(tmp_path: Path) -> None:
    environment = make_folders(tmp_path / ".kit")
    first = (tmp_path / ".kit" / "config" / "custom" / "custom.css").read_text(encoding="utf-8")
    assert "prefers-color-scheme: dark" in first  # the ground that stands there before JupyterLab does
    assert "--LabApp.custom_css=True" in arguments(tmp_path, 8888)
    assert environment.pop("JUPYTER_PREFER_ENV_PATH") == "0"
    assert all(Path(path).is_relative_to(tmp_path) for path in environment.values())
    given = arguments(tmp_path, 8888)
    assert f"--ServerApp.ip={HOST}" in given
    assert not any("token" in one for one in given)
    if os.name == "posix":
        assert ("--allow-root" in given) == (os.geteuid() == 0)


def test_what_a_kernel_says_leaves_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection that JupyterLab is told to use lets no small message wait for the one before it, from the first."""
    name = "--ServerApp.kernel_websocket_connection_class="
    (given,) = (one.removeprefix(name) for one in arguments(tmp_path, 8888) if one.startswith(name))
    connection, told = import_item(given), []
    assert issubclass(connection, ZMQChannelsWebsocketConnection)
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda self: told.append("connected"))
    handler = SimpleNamespace(set_nodelay=lambda on: told.append(on))
    monkeypatch.setattr(connection, "websocket_handler", handler)
    connection.connect(connection.__new__(connection))
    assert told == [True, "connected"]


def test_a_saved_notebook_holds_no_results() -> None:
    cell = {"cell_type": "code", "outputs": ["P-001"], "execution_count": 3}
    model = {"type": "notebook", "content": {"metadata": {"widgets": {}}, "cells": [cell]}}
    scrub(model)
    assert model["content"] == {"metadata": {}, "cells": [{**cell, "outputs": [], "execution_count": None}]}


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        with pytest.raises(MachineError, match="in use"):
            run(tmp_path, other.getsockname()[1], browser=False)


def test_two_that_start_at_once_take_two_ports(tmp_path: Path) -> None:
    """Both come up, each on a port of its own, although both find the same one free."""
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "kit", "lab", "--no-browser", str(tmp_path / name)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for name in ("one", "two")
    ]
    lines = [server.stdout.readline() for server in both if server.stdout]
    for server in both:
        server.terminate()
    assert [server.wait(30) for server in both] == [0, 0]
    ports = [re.search(r"http://127\.0\.0\.1:(\d+)/", line) for line in lines]
    assert all(ports), lines
    assert len({found.group(1) for found in ports if found}) == 2


def test_what_is_hidden_in_jupyterlab_is_no_part_of_a_page() -> None:
    """A class that a rule of the extension hides is the extension's own: no script of a page gives it to a part."""
    kit = Path(__file__).parents[2] / "kit"
    rules = (kit / "lab/labextension/static/app.css").read_text("utf-8")
    hiding = re.findall(r"([^{}]+)\{[^}]*display: none", rules)
    hidden = {name for rule in hiding for name in re.findall(r"\.(hs-[\w-]+)(?=\s*(?:,|$))", rule.strip())}
    assert hidden  # the line of how to run the notebook
    for script in (kit / "ui/static").glob("*.js"):
        assert not hidden & set(re.findall(r"hs-[\w-]+", script.read_text("utf-8"))), script.name
