"""Pieces about a plan for everybody and about who fits one request."""
