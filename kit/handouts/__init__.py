"""What the patient takes home: one format-free document, and a painter for each format."""
