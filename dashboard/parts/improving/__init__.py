"""What the pages of the quality cycle are made of."""
