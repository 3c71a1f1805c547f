"""The schema of the store, step by step: one file a step, in the form that Alembic reads."""
