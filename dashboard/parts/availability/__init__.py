"""Pieces about when a buddy can: days, terms, appointments, the own calendar."""
