"""What is remembered: database, tables, questions asked of them, migrations."""
