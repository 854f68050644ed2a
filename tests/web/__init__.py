"""What the room `web` promises."""
