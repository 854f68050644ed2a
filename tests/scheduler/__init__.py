"""What the room `scheduler` promises."""
