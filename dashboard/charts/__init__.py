"""Figures as plain functions: rows in, a Plotly figure out; how they look is in `template`."""
