"""What we fetch from elsewhere, against servers that mean well and servers that do not."""
