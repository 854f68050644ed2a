"""What the pages about a plan for everybody promise."""
