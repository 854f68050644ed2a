"""The pages about stories, of the moderator and of others."""
