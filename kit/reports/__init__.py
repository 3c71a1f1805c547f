"""The follow-up on one page, for the record or the referrer: a tagged PDF, and a table with the same numbers."""
