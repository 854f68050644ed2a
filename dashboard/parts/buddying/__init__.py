"""Pieces about buddies, requests, proposals and matches."""
