"""What is read of stories, each part for who may see it."""
