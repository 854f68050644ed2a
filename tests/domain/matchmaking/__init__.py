"""From asking to both saying yes."""
