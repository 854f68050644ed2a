"""Parts of the pages with which a support point sets things up and looks behind the scenes."""
