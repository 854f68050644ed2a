"""What trends promise, exact and published alike."""
