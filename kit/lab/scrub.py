"""What a saved notebook must not hold: results, and with them what was typed about a patient."""

from __future__ import annotations

from typing import Any


def scrub(model: dict[str, Any], **_: Any) -> None:
    """Jupyter's hook before each save: drop outputs, execution counts and widget state of a notebook."""
    if model.get("type") != "notebook" or not model.get("content"):
        return
    notebook = model["content"]
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", []):
        if cell.get("cell_type") == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
