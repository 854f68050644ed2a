"""What the register of questions and the tally promise."""
