"""Buddies themselves: who they are, their certificate, training, peer supervision and rest."""
