"""Where plans are kept: a folder that the clinician owns."""
