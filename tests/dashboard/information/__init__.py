"""What the pages with which staff write the information promise."""
