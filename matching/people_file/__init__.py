"""People and rules from a file, and the answer for them: for who has no database, and for other programs."""
