"""Pieces about buddies, their proposals and their matches."""
