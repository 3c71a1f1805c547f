"""Typesetting: the typst engine, its fonts, and one way to make a PDF."""
