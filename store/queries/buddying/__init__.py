"""What is read of buddies and their matches: who they are, when they can, how it goes."""
