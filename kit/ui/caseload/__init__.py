"""The caseload as a page: who needs a call this week, and why."""

from kit.ui.caseload.page import caseload

__all__ = ["caseload"]
