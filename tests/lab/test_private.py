"""A running lab is private: its files, its token, its ports."""

from __future__ import annotations

import html
import json
import os
import re
import stat
import urllib.request
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psutil
import pytest
from jupyter_client.blocking.client import BlockingKernelClient

from kit.lab.start import PAGE, run
from kit.lab.workspace import make_workspace

NASTY = 'cl in\'ic "$(id)" <b>&{y}%;`x`'  # a folder's name that a shell, a page or a format string would take apart
HERS = ("library.ipynb", ".kit/checkpoints/library-checkpoint.ipynb")  # a notebook whose mode she set, and its copy
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and sockets of POSIX")


@dataclass
class Seen:
    """What was to be seen while the lab ran."""

    workspace: Path
    code: int = -1
    address: str = ""
    page: Path = Path()
    page_mode: int = 0
    url: str = ""
    commands: list[list[str]] = field(default_factory=list)
    listening: dict[int, set[int]] = field(default_factory=dict)  # the ports of each process
    kernels: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)  # processes that ran before, such as another test's server


def modes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def call(url: str, path: str, method: str = "GET", **data: Any) -> Any:
    """One request to the running server's REST API."""
    at, token = urlsplit(url), url.partition("token=")[2]
    body = json.dumps(data).encode() if data else None
    heads = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"http://{at.netloc}/api/{path}", body, heads, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def settled(connection: Path) -> None:
    """Run a line in the kernel to its end: by then all its sockets are made."""
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels(hb=False)  # a busy machine lets the heart of a living kernel stop for a moment
    client.wait_for_ready(timeout=60)
    client.execute("1", reply=True, timeout=60)
    client.stop_channels()


def look(seen: Seen, address: str) -> None:
    """What the browser is told, and a kernel started, a notebook saved, every process looked at."""
    seen.address, seen.page = address, Path(unquote(urlsplit(address).path))
    seen.page_mode = stat.S_IMODE(seen.page.stat().st_mode)
    found = re.search(r'url=([^"]+)"', seen.page.read_text(encoding="utf-8"))
    seen.url = html.unescape(found.group(1)) if found else ""
    kernel = call(seen.url, "kernels", "POST", name="python3")["id"]
    settled(seen.page.parent / f"kernel-{kernel}.json")
    for name in ("plan.ipynb", "library.ipynb"):
        content = call(seen.url, f"contents/{name}")["content"]
        content["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "hers", "id": "hers"})
        call(seen.url, f"contents/{name}", "PUT", type="notebook", format="json", content=content)
    me = psutil.Process()
    for process in me.children(recursive=True):
        if process.pid in seen.others:
            continue
        command = process.cmdline()
        seen.commands.append(command)
        sockets = process.net_connections("tcp")
        seen.listening[process.pid] = {s.laddr.port for s in sockets if s.status == psutil.CONN_LISTEN}
        if any("ipykernel" in word for word in command):
            seen.kernels.add(process.pid)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """One run of the lab, where everybody may read what is new, in a folder of a nasty name; ended by Ctrl-C."""
    patch, before = pytest.MonkeyPatch(), os.umask(0)
    seen = Seen(tmp_path_factory.mktemp("lab") / NASTY)
    seen.others = {process.pid for process in psutil.Process().children(recursive=True)}

    def opened(address: str) -> None:
        look(seen, address)
        raise KeyboardInterrupt

    patch.setattr(webbrowser, "open", opened)
    make_workspace(seen.workspace)
    (seen.workspace / "library.ipynb").chmod(0o640)  # a mode that she set
    try:
        seen.code = run(seen.workspace)
        yield seen
    finally:
        os.umask(before)
        patch.undo()


@POSIX
def test_no_process_listens_but_the_server_on_its_port(seen: Seen) -> None:
    """With a kernel running, the server's own port is the only one that any process of the lab has open."""
    assert seen.kernels
    ports = {pid: open_ports for pid, open_ports in seen.listening.items() if open_ports}
    assert list(ports.values()) == [{urlsplit(seen.url).port}]
    assert not seen.kernels & ports.keys()


def test_the_token_is_on_no_command_line(seen: Seen) -> None:
    """Neither that of the browser, which gets a file, nor that of any process."""
    token = seen.url.partition("token=")[2]
    assert len(token) >= 32
    assert token not in seen.address
    assert not any(token in word for command in seen.commands for word in command)


def test_the_browser_gets_a_page_that_leads_to_the_planner(seen: Seen) -> None:
    """A file of the owner's alone in a folder of the owner's alone; both are gone at the end."""
    assert seen.address == seen.page.as_uri()
    assert re.fullmatch(rf"http://127\.0\.0\.1:\d+{PAGE}\?token=[\w-]+", seen.url)
    assert seen.page_mode == 0o600
    assert seen.code == 0
    assert not seen.page.parent.exists()


@POSIX
def test_all_that_is_written_is_hers_alone(seen: Seen) -> None:
    """The workspace, its files, and all that the kit and Jupyter keep in it, saved notebooks too; hers stay."""
    found = modes(seen.workspace)
    assert stat.S_IMODE(seen.workspace.stat().st_mode) == 0o700
    assert (found[".kit"], found["plan.ipynb"], found["clinic.toml"]) == (0o700, 0o600, 0o600)
    assert [found.pop(name) for name in HERS] == [0o640, 0o640]
    found.pop(
        ".kit/ipython/profile_default/startup/README"
    )  # IPython's own, copied with the mode it was installed with
    assert "hers" in (seen.workspace / "library.ipynb").read_text(encoding="utf-8")
    assert {".kit/config/jupyter_server_config.py", ".kit/checkpoints/plan-checkpoint.ipynb"} <= found.keys()
    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}


@POSIX
def test_an_old_workspace_keeps_its_modes(tmp_path: Path) -> None:
    """Folders and files that are there keep what their owner set; what is new in them is private."""
    tmp_path.chmod(0o755)
    (tmp_path / "clinic.toml").touch()
    (tmp_path / "clinic.toml").chmod(0o664)
    make_workspace(tmp_path)
    found = modes(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert [found[name] for name in ("clinic.toml", "plan.ipynb", ".kit", ".kit/notebooks.json")] == [
        *(0o664, 0o600, 0o700, 0o600)
    ]
