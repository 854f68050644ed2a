"""What in a story gives somebody away."""
