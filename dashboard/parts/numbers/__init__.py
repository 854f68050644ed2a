"""Parts of the pages about questions and trends."""
