"""The door to the notebooks: one command starts a private JupyterLab and opens the planner."""
