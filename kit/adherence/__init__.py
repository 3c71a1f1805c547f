"""What happened, counted honestly: expected sessions, done sessions, both bounds, and how sure one may be."""
