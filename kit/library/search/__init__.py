"""Finding things: what a person typed against what a thing is called, is and needs. It knows no later room."""
