"""What the pages promise with which a support point sets things up and looks behind the scenes."""
