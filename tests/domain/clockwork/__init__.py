"""What is due when, who does it, and how it goes."""
