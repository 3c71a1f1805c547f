"""The drawn body."""
