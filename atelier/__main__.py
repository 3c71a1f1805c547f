"""`python -m atelier` is the command `kit figures`."""

from __future__ import annotations

import sys

from atelier.door import app
from kit.errors import KitError

if __name__ == "__main__":
    try:
        app(prog_name="python -m atelier")
    except KitError as error:
        sys.exit(str(error))
