"""How buddies and parents fare, in numbers: exact, so for coordinators only."""
