"""What in a story gives somebody away: plain functions on text and known names, without a database."""
