"""From asking to both saying yes: requests, who fits, plans for everybody, proposals."""
