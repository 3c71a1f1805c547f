"""How Sphinx builds the docs site: `uv run --group docs sphinx-build -W -b html docs build/docs`.

Nothing is fetched: the theme brings its own files, and no page loads anything from another host. The how-tos run while
the pages are built, so a how-to that is no longer true fails the build.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import kit

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

# Libraries beside the kit speak of their own future while they are documented; the kit's tests watch over its own.
warnings.filterwarnings("ignore", category=DeprecationWarning)

project = "Homestretch"
author = "Homestretch contributors"
project_copyright = f"2026 {author}. MIT licence"
version = release = kit.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "at_home",
    "commands",
    "gallery",
    "rooms",
]
exclude_patterns = ["_ext", "_static"]
default_role = "code"  # docstrings write names in single backticks
language = "en-GB"

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
# A cell that fails is a warning, told with its traceback; with -W it fails the build.
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_merge_streams = True

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "model_config, model_post_init"}
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
maximum_signature_line_length = 88
# A thousand names in the list beside each page would help nobody, and copying them takes half of the build.
toc_object_entries = False

html_theme = "furo"
html_title = f"Homestretch {release}"
html_static_path = ["_static"]
html_css_files = ["homestretch.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#17695d", "color-brand-content": "#17695d"},
    "dark_css_variables": {"color-brand-primary": "#7fd1c3", "color-brand-content": "#7fd1c3"},
}
copybutton_exclude = ".linenos, .gp, .go"
