"""Farrington's flexible method: what a period should hold at most, by the same time of year in years before."""
