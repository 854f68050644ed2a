"""What the room `automations` promises."""
