"""Finding exercises: what a person typed against what an exercise is called, works and needs."""
