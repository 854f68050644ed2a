"""When a buddy can."""
