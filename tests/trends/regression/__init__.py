"""Regression and intervals beside those of R."""
