"""Taking part in a gathering."""
