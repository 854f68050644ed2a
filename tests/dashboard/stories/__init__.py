"""What the pages about stories promise, to the moderator and to others."""
