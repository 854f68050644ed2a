"""What the room `domain` promises."""
