"""Series of counts in a file, and what the file with signals says about them."""
