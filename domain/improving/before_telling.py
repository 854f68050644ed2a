"""What to look at once more in words that parents will read: a person who can be recognised, an exact number."""

import re

MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){7,8}(?!\d)")
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*(?![\d.,]*\d)")
SIGNS = {"mail": MAIL, "phone": PHONE, "number": NUMBER}


def signs(*texts: str) -> tuple[str, ...]:
    """Which of `mail`, `phone` and `number` stand in the texts; a year is no number. A warning, never a refusal."""
    words = "\n".join(texts)
    found = [key for key in ("mail", "phone") if SIGNS[key].search(words)]
    rest = PHONE.sub(" ", MAIL.sub(" ", words))
    return (*found, *(["number"] if NUMBER.search(rest) else []))
