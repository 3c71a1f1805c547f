"""The rows that go home blank and come back filled: the diary's columns, its template, and the tolerant reader."""
