"""How a match goes after it began: first contact, check-ins, closing, after-care."""
