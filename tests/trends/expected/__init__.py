"""What is to be expected of many series at once."""
