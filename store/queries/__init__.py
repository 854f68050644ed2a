"""Rows in, plain data out: one module per noun."""
