"""People and rules from a file."""
