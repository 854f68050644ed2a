"""The pages with which staff write the information."""
