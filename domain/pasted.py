"""What somebody pasted where words were asked: a photo or another file, as the letters that it is made of."""

import re

LONGEST_WORD = 400
MOST_CONTROLS = 8
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
A_FILE = re.compile(r"data:[\w/+.-]+;base64,|\A(?:%PDF-|\x89PNG|GIF8|\ufffd{3})")


def is_a_file(typed: str) -> bool:
    """Whether these are no words; text in any language is never taken for a file."""
    longest = max(map(len, typed.split()), default=0)
    return bool(A_FILE.search(typed)) or longest > LONGEST_WORD or len(CONTROL.findall(typed)) > MOST_CONTROLS
