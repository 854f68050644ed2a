"""What the room `demo` promises."""
