"""The pages of the register, the tally, and what comes of them."""
