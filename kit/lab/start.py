"""One command to the planner: a private JupyterLab on this machine alone."""

from __future__ import annotations

import contextlib
import html
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Container, Iterator
from pathlib import Path

from kit.errors import Fault, MachineError
from kit.files import UMASK, write_atomic
from kit.lab.folders import make_folders
from kit.lab.workspace import make_workspace

HOST = "127.0.0.1"
PAGE = "/doc/tree/plan.ipynb"
_PORT, _TRIES = 8888, 50
_MESSAGE = 100 * 1024 * 1024  # bytes that a browser may send at once; Jupyter drops larger uploads without a word
_PATIENCE_S = 60
_STARTS = 3  # on other ports, before JupyterLab itself is to blame


def run(workspace: Path, port: int | None = None, browser: bool = True) -> int:
    """Serve the workspace until Ctrl-C; gives the exit code. Raises `MachineError` where it cannot start."""
    workspace = workspace.resolve()
    home, faults = make_workspace(workspace)
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201
    token = secrets.token_urlsafe(24)
    with _runtime_folder() as runtime, _stoppable():
        environment = {
            **os.environ,
            **make_folders(home),
            "JUPYTER_RUNTIME_DIR": runtime,
            "JUPYTER_TOKEN": token,  # not on a command line, which every user of the machine can read
            "KIT_WORKSPACE": str(workspace),
        }
        taken: set[int] = set()
        while True:
            chosen = _free_port(port, taken)
            command = [sys.executable, "-m", "jupyterlab", *arguments(workspace, chosen)]
            # Its own session: Ctrl-C then reaches this process alone, which ends the server without a question.
            server = subprocess.Popen(command, env=environment, cwd=workspace, start_new_session=True, umask=UMASK)
            try:
                _wait(server, f"http://{HOST}:{chosen}/api/status?token={token}")
                _prepare(f"http://{HOST}:{chosen}/api/sessions?token={token}")
                url = f"http://{HOST}:{chosen}{PAGE}?token={token}"
                print(f"Homestretch is at {url} (Ctrl-C ends it)", flush=True)  # noqa: T201
                if browser:
                    webbrowser.open(_redirect(url, Path(runtime)))
                return server.wait()
            except KeyboardInterrupt:
                return 0
            except MachineError:
                # Another program may have taken the port since it was found free: another one, unless she named it.
                taken.add(chosen)
                if port is not None or len(taken) == _STARTS:
                    raise
            finally:
                _end(server, f"http://{HOST}:{chosen}/api/shutdown?token={token}")


def arguments(workspace: Path, port: int) -> list[str]:
    """How JupyterLab is started, after `python -m jupyterlab`."""
    given = [
        "--no-browser",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={workspace}",
        f"--ServerApp.tornado_settings={{'websocket_max_message_size': {_MESSAGE}}}",
        "--ServerApp.kernel_websocket_connection_class=kit.lab.prompt.PromptConnection",
        "--ServerApp.terminals_enabled=False",
        "--Application.log_level=ERROR",
        f"--LabApp.default_url={PAGE}",
        "--LabApp.custom_css=True",  # `kit.lab.folders` writes it
        "--LabApp.extension_manager=readonly",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.expose_app_in_browser=True",
    ]
    if os.name == "posix":
        given.append("--KernelManager.transport=ipc")  # kernels open no port: this and `kit.lab.kernel`
        if os.geteuid() == 0:
            given.append("--allow-root")
    return given


def _redirect(url: str, folder: Path) -> str:
    """Address of a page that leads to `url`: a browser gets its address on a command line, where no token may stand."""
    page = folder / "open.html"
    to = html.escape(url)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Homestretch</title>'
    body = f'<meta http-equiv="refresh" content="0; url={to}"><p><a href="{to}">Open Homestretch</a></p></html>'
    write_atomic(page, f"{head}\n{body}\n".encode())
    return page.as_uri()


def _free_port(port: int | None, taken: Container[int] = ()) -> int:
    for candidate in range(_PORT, _PORT + _TRIES) if port is None else (port,):
        if candidate in taken:
            continue
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, candidate))
            except (OSError, OverflowError):
                continue
            return candidate
    which = f"port {_PORT} to {_PORT + _TRIES - 1}" if port is None else f"port {port}"
    raise MachineError(Fault(which, "is in use or not allowed.", "End the other program, or choose another --port."))


@contextlib.contextmanager
def _runtime_folder() -> Iterator[str]:
    """A folder with a short name: the kernels' sockets are files in it, and their paths end at about 100 letters."""
    short = "/tmp" if Path("/tmp").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="kit-", dir=short, ignore_cleanup_errors=True) as folder:
        yield folder


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """A polite request to end counts as Ctrl-C, so that the server never outlives the command."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread, which alone may handle signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _wait(server: subprocess.Popen[bytes], status: str) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(status, timeout=5):
            return
        time.sleep(0.05)
    raise MachineError(Fault("JupyterLab", "did not start.", "Its own message stands above; install it again."))


def _prepare(sessions: str) -> None:
    """Have the planner's kernel started while the browser still loads the page, which then finds it running.

    In the background, and without a word where it fails: the page asks for a kernel itself.
    """
    name = PAGE.rpartition("/")[2]
    asked = {"path": name, "name": name, "type": "notebook", "kernel": {"name": "python3"}}
    request = urllib.request.Request(
        sessions, json.dumps(asked).encode(), {"Content-Type": "application/json"}, method="POST"
    )

    def ask() -> None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(request, timeout=_PATIENCE_S).close()

    threading.Thread(target=ask, daemon=True).start()


def _end(server: subprocess.Popen[bytes], shutdown: str) -> None:
    """Ask the server to end, which also ends its kernels; it may have ended by itself."""
    if server.poll() is not None:
        return
    try:
        urllib.request.urlopen(urllib.request.Request(shutdown, method="POST"), timeout=5).close()
    except OSError:
        server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
