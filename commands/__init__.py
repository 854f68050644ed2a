"""The door for files: what the command line does without a database, from a file to a file."""
