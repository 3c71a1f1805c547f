"""The follow-up as a page: choose the patient, bring the diary in or type it in, and look at what was done."""

from kit.ui.followup.page import follow_up

__all__ = ["follow_up"]
