"""What the pages about buddies, their proposals and their matches promise."""
