"""What the pages about reports and kept views promise."""
