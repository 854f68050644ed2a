"""Information for parents and young people, as staff write it."""
