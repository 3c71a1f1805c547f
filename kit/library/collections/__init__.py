"""Exercise collections of other projects, read into the kit's own exercises: words, muscles and equipment alone.

No picture is read. What a collection does not say is a placeholder that a clinician has to fill in.
"""
