"""What a kernel of the lab must not do: listen on a port, which every user can reach. And what it does ahead."""

from __future__ import annotations

import importlib
import threading
from typing import Any


def close_port() -> None:
    """Keep ipykernel from opening the one port that it has beside its sockets, for the output of forked processes.

    Called in the kernel's own process before its sockets are made.
    """
    from ipykernel import iostream, kernelapp

    class Portless(iostream.IOPubThread):
        def __init__(self, socket: Any, pipe: bool = False, **options: Any) -> None:  # noqa: ARG002
            super().__init__(socket, pipe=False, **options)  # type: ignore[no-untyped-call]

    kernelapp.IOPubThread = Portless  # type: ignore[assignment, attr-defined]


def load_ahead() -> None:
    """Load what the planner needs while the browser still loads the page; whoever imports it meanwhile waits for it."""
    threading.Thread(target=importlib.import_module, args=("kit.ui.planner.page",), daemon=True).start()
