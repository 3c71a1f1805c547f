"""Figures for a paper: lines and greys that print without colour, small type, no title, each with its words."""
