"""The pages about buddies, requests and matches, and how they go."""
