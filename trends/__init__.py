"""What numbers tell: how much, how long, what rises, what may be shown, in words; plain functions on plain data."""
