"""What to look at once more in words that parents will read: a person who can be recognised, an exact number."""

import re

from domain.register import personal

NUMBER = "number"
EXACT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*(?![\d.,]*\d)")


def signs(*texts: str) -> tuple[str, ...]:
    """What in the texts looks like personal data, by the keys of `personal.SIGNS`, and `number` when there is one.

    A year is no number. A warning, never a refusal.
    """
    words = "\n".join(texts)
    found = personal.signs(words)
    rest = words
    for key in found:
        rest = re.sub(personal.SIGNS[key][1], " ", rest)
    return (*found, *([NUMBER] if EXACT.search(rest) else []))
