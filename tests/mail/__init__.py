"""What the room `mail` promises."""
