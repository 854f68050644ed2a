"""Reports that people review before they go out, and views that are kept and mailed; from published numbers alone."""
