"""Buddies themselves, and how they are noted."""
