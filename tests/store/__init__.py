"""What the room `store` promises."""
