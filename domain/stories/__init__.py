"""Vertellis!: stories that parents and young people tell, what in them gives somebody away, and taking them back."""
