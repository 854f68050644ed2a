"""What the pages about questions from parents promise."""
