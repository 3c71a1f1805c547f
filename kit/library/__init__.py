"""Which exercises exist: the model of one, the folders they are read from, and how one is found."""
