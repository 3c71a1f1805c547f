"""When it happens: the steps of a session, second by second, and the sessions of a plan, day by day."""
