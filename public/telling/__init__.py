"""Vertellis! for who tells: steps that the server forgets until a story is sent, and the way back with a code."""
