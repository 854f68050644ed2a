"""Words as somebody sees them: without signs that can't be seen or that turn the order of letters around."""

import re

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\u202a-\u202e\u2066-\u2069]")
"""Control signs but for a new line and a tab, and what overrides the direction of writing. Marks that a language needs
(of direction, of joining) stay."""


def readable(typed: str) -> str:
    """With one kind of line end, and without signs that only mislead whoever reads it."""
    return UNSEEN.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))
