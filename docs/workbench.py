"""Where a how-to's cells work while the pages are built: an empty folder.

A how-to runs it first, in a cell that is not shown. What the cells write is gone when the kernel ends.
"""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="kit-docs-")  # bound to the module, so that it lives as long as the kernel
os.chdir(_folder.name)
