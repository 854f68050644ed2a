"""What the pages of the quality cycle promise."""
