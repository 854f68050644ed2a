"""People by what they do: “De IB-er” is nobody's name, and “meneer de Vries” is no school."""

import re
from collections.abc import Sequence

from domain.stories.finding import lists

ABBREVIATED = re.compile(r"[A-Z]{2,4}['’-]ers?$")
ADDRESSES = frozenset({"heer"})
MOST_BETWEEN = 3


def is_function(word: str) -> bool:
    """Whether somebody is told of by it, or a body that decides: nobody is known by that alone."""
    folded = word.casefold()
    if folded in lists.TITLES or folded in lists.BODIES or ABBREVIATED.match(word):
        return True
    return folded.endswith(lists.FUNCTION_ENDINGS)


def small_words_of_a_name(before: Sequence[str]) -> int:
    """How many of the last words belong to a name that comes after a title or family word: “meneer | van der” is two.

    Zero where there are none, or where they tell whose somebody is: “de juf van De Regenboog”, “opa van Sem”.
    """
    many = 0
    while many < min(MOST_BETWEEN, len(before)) and before[-1 - many].casefold() in lists.INSIDE:
        many += 1
    if not many or many == len(before):
        return 0
    called, earlier = before[-1 - many].casefold(), before[: -1 - many]
    only_an_article = many == 1 and before[-1].casefold() in lists.ARTICLES
    if only_an_article and called in lists.KIN:
        return many
    return many if called in lists.TITLES and (only_an_article or _is_address(earlier, called)) else 0


def _is_address(before: Sequence[str], called: str) -> bool:
    """Whether somebody is called so, rather than told of as one of many: “juf Els” and not “de juf”."""
    return called in ADDRESSES or not before or before[-1].casefold() not in lists.BEFORE_A_FUNCTION
