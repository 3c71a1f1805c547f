"""`session.html`: the handout as one page that plays the session and keeps a diary, without any network."""
