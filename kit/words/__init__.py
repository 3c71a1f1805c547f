"""Patient-facing language: clean text, durations, dose sentences, the sentence catalogue, when to get help."""
