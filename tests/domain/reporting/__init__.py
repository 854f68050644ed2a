"""What the room `domain.reporting` promises."""
