"""Who works at this machine."""

from __future__ import annotations

import getpass


def user() -> str:
    """For the audit trail."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
