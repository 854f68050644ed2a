"""Pieces of the pages about questions from parents."""
