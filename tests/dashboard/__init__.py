"""What the room `dashboard` promises."""
