"""Jupyter's own folders, all under `WORKSPACE/.kit`: a setup elsewhere on the machine is neither read nor changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kit.files import is_there, read_bytes, write_atomic

_EXTENSION = Path(__file__).parent / "labextension"

_SERVER = """\
import warnings

from kit.lab.scrub import scrub

# Jupyter applies this file twice, and warns of the second time.
warnings.filterwarnings("ignore", message="Overriding existing pre_save_hook")
c.FileContentsManager.pre_save_hook = scrub
c.FileCheckpoints.checkpoint_dir = {checkpoints!r}
# A kernel that died is there again before a clinician has looked up.
c.KernelRestarter.time_to_dead = 0.5
# Not used by the planner, and each costs time at every start.
c.ServerApp.jpserver_extensions = {{"jupyter_lsp": False, "notebook_shim": False, "jupyter_server_terminals": False}}
"""
_KERNEL = """\
from kit.lab.kernel import close_port, load_ahead

close_port()
load_ahead()
# A history would keep what was typed about patients.
c.HistoryManager.enabled = False
"""

# What stands there before JupyterLab does: the ground of a page, light or dark as the machine asks for, and no logo.
_FIRST_PAINT = """\
html, body, #jupyterlab-splash.light, #jupyterlab-splash.dark { background: #fff; }
@media (prefers-color-scheme: dark) {
  html, body, #jupyterlab-splash.light, #jupyterlab-splash.dark { background: #212121; }
}
#jupyterlab-splash > * { display: none; }
/* JupyterLab's own frame waits for the page, and not for ever. It is there all the time, and takes the focus: by that
   JupyterLab knows which document is in hand. */
@keyframes hs-frame { from { opacity: 0; } }
.jp-LabShell { animation: hs-frame 2s step-end; }
.hs-page .jp-LabShell { animation: none; }
"""
_SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension/tracker": {"kernelShutdown": True},
    "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": False},
}
# Defaults of this lab alone, below whatever she sets in JupyterLab herself.
_DEFAULTS: dict[str, dict[str, Any]] = {"@jupyterlab/apputils-extension:themes": {"adaptive-theme": True}}
# What a page has no use for. Each is a piece of script that the browser would have to load and start first.
_LEFT_OUT = (
    "@jupyterlab/hub-extension:connectionlost",  # the page says itself that the server has gone
    "@jupyterlab/debugger-extension",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/notebook-extension:language-server",
    "@jupyterlab/terminal-extension",
    "@jupyterlab/apputils-extension:announcements",
    # These ask the server for all formats that a notebook could be had in, at every start.
    "@jupyterlab/notebook-extension:export",
    "@jupyterlab/notebook-extension:update-raw-mimetype",
)
# JupyterLab is used as it was installed: whether it should be built anew is not looked up at every start.
_AS_INSTALLED = {"buildAvailable": False, "buildCheck": False}


def make_folders(home: Path) -> dict[str, str]:
    """Write what Jupyter reads under `home`, and give the environment that points to it."""
    config, data, ipython = home / "config", home / "data", home / "ipython"
    settings, layouts = home / "settings", home / "layouts"
    write_atomic(config / "jupyter_server_config.py", _SERVER.format(checkpoints=str(home / "checkpoints")).encode())
    write_atomic(ipython / "profile_default" / "ipython_kernel_config.py", _KERNEL.encode())
    write_atomic(config / "custom" / "custom.css", _FIRST_PAINT.encode())
    lab = config / "labconfig"
    write_atomic(lab / "default_setting_overrides.json", json.dumps(_DEFAULTS, indent=1).encode())
    page = {"disabledExtensions": dict.fromkeys(_LEFT_OUT, True), "homestretch": "lab", **_AS_INSTALLED}
    write_atomic(lab / "page_config.json", json.dumps(page, indent=1).encode())
    for source in filter(Path.is_file, _EXTENSION.rglob("*")):
        target = data / "labextensions" / "homestretch-app" / source.relative_to(_EXTENSION)
        write_atomic(target, read_bytes(source))
    for name, values in _SETTINGS.items():
        path = settings / f"{name}.jupyterlab-settings"
        if not is_there(path):  # later it is the clinician's
            write_atomic(path, json.dumps(values, indent=1).encode())
    return {
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(data),
        "JUPYTER_PREFER_ENV_PATH": "0",  # the extension of this kit, before one that an older kit has installed
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTERLAB_WORKSPACES_DIR": str(layouts),
        "IPYTHONDIR": str(ipython),
    }
