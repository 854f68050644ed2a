"""Rows in, plain data out: one module per noun, a room per subject where there are several."""
