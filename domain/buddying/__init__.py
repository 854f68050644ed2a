"""Buddies and the parents who ask for one: what each offers and asks, proposals, matches."""
