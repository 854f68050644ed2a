"""The pages about questions from parents."""
