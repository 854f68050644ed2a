"""What somebody pasted where words were asked: a photo or another file, as the letters that it is made of."""

import re

MOST_CONTROLS = 8
# Letters, digits and the few signs of a file in text: languages that put no spaces between words use others.
ONE_RUN = re.compile(r"[A-Za-z0-9+/=_-]{401}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
A_FILE = re.compile(r"data:[\w/+.-]+;base64,|\A(?:%PDF-|\x89PNG|GIF8|\ufffd{3})")


def is_a_file(typed: str) -> bool:
    """Whether these are no words; text in any language is never taken for a file."""
    return bool(A_FILE.search(typed) or ONE_RUN.search(typed)) or len(CONTROL.findall(typed)) > MOST_CONTROLS
