"""What the page about how matching goes promises."""
