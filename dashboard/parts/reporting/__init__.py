"""Parts of the pages about reports and kept views."""
