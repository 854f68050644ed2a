"""A register as a coordinator keeps it: invented, and as messy as the real ones."""
