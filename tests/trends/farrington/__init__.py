"""What a period should hold at most, beside the same method in R."""
