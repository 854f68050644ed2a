"""What the questions tell: counts, what rises, what may be shown, in words; plain functions on plain data."""
