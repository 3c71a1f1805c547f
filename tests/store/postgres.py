"""A PostgreSQL server of its own for tests and benchmarks: Debian's, on a socket in a private folder, no port open."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "nobody"  # PostgreSQL refuses to run as root


def binaries() -> Path | None:
    """The folder of the server's programs, the newest version; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a server; gives the address of its database "postgres". It ends, and its files go, with the block."""
    folder = Path(tempfile.mkdtemp(prefix="kit-pg-", dir="/tmp"))  # a short path: sockets have short names
    try:
        if os.geteuid() == 0:
            user = pwd.getpwnam(USER)
            os.chown(folder, user.pw_uid, user.pw_gid)
        data, socket = folder / "data", folder
        _run(programs / "initdb", "-D", data, "-U", "kit", "-A", "trust", "-E", "UTF8", "--locale=C", cwd=folder)
        options = f"-c listen_addresses='' -c unix_socket_directories={socket} -c shared_buffers=32MB"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start", cwd=folder)
        try:
            yield f"postgresql://kit@/postgres?host={socket}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", cwd=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: object, cwd: Path) -> None:
    user = USER if os.geteuid() == 0 else None
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        user=user,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
