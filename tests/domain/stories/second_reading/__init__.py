"""Telling, detecting, taking back."""
