"""What the room `trends` promises."""
