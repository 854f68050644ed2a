"""Gatherings: planned once or as a series, moved, called off, hosted, and shown in calendars."""
