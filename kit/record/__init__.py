"""A plan, and what was done of it, as a FHIR bundle for other systems: `careplan.json`, export only."""
