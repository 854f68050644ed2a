"""What the room `reports` promises."""
