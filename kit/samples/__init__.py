"""Synthetic clinics: made-up patients with plans and diaries, drawn from a seed, and the truth behind each diary."""
