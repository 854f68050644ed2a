"""How buddies and parents fare, in numbers."""
