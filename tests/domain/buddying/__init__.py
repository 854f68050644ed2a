"""Buddies and the parents who ask for one."""
