"""What the clinician touches in a notebook. No domain rule lives here: each change is a builder call of a plan."""
