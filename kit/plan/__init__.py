"""What is prescribed: plans, their versions, templates, and how one version differs from another."""
