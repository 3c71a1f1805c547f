"""Pictures of adherence for print and screen, in one quiet style. Colour never stands alone, and each has its words."""
