"""Adherence of many patients: the measures of the follow-up, unchanged, as tidy frames, figures and a paragraph."""
