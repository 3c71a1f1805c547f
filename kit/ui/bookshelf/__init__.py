"""The library as a page: every exercise as the patient reads it, what is known of it, and a way to write one's own."""
