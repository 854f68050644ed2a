"""Series of counts in a file, and the signals about them."""
