"""What the room `public` promises."""
