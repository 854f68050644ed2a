"""How a match goes after it began."""
