"""Trends on screen and in files: filters in the address, sections that show findings; exact and published alike."""
