"""What the pages about demand and supply promise."""
