"""The second reader of stories: a program of its own that ends when it has read, and what it found."""
