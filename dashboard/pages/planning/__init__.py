"""The pages about a plan for everybody."""
