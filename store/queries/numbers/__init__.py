"""What is read of questions and their counts, exact and published."""
