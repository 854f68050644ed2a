"""The anonymous register of questions, and the numbers that are made of it."""
