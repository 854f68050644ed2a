"""Builders: each takes only what matters to the test and fills in the rest."""
