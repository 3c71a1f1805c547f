"""The planner as a page: a plan is built, reviewed, issued and handed out."""

from kit.ui.planner.page import planner

__all__ = ["planner"]
