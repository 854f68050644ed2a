"""The quality cycle."""
