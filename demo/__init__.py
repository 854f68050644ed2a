"""Believable school years, invented, made with the verbs."""
