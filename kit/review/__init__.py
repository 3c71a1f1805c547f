"""Does a plan fit this patient: dose limits, precautions, time, completeness."""
