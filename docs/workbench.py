"""Where a how-to's cells work while the pages are built: an empty folder, with the sample patient's files beside it.

A how-to runs it first, in a cell that is not shown. What the cells write is gone when the kernel ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.TemporaryDirectory(prefix="kit-docs-")  # bound to the module, so that it lives as long as the kernel
shutil.copytree(Path(__file__).parent.parent / "data" / "sample", Path(_folder.name) / "data" / "sample")
os.chdir(_folder.name)
