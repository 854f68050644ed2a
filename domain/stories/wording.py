"""What may be a story: words, not a file, and not so many that nobody can read them."""

from domain.pasted import is_a_file
from domain.readable import readable
from domain.refused import Refused

SOFT_LIMIT = 300
"""Words; nothing happens past it."""
HARD_LIMIT = 8000
"""Letters: some 1,300 words."""
KEPT_LIMIT = 5 * HARD_LIMIT
"""Of what is kept: what stands there instead of a name may be longer than the name."""
LEAST_LETTERS = 3


def acceptable(typed: str, most: int = HARD_LIMIT) -> str:
    """The words as they are kept: without letters that can't be seen, and blank lines at the ends.

    Raises `Refused` about the field `words`: nothing there, no words at all, a file, or far too long.
    """
    if is_a_file(typed):
        raise Refused("story.is_a_file", field="words")
    words = readable(typed).strip()
    if not words:
        raise Refused("story.empty", field="words")
    if sum(letter.isalpha() for letter in words) < LEAST_LETTERS:
        raise Refused("story.no_words", field="words")
    if len(words) > most:
        raise Refused("story.too_long", field="words", now=len(words), most=most)
    return words
