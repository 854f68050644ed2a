"""Whole stories, through all the rooms."""
