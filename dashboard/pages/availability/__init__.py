"""The pages about when a buddy can."""
