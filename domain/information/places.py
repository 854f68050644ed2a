"""Names of places in what somebody looks for: villages, old names and municipalities, also with a letter wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.information.search import words_of

LONGEST_NAME = 4
LEAST_TO_GUESS = 6


@dataclass(frozen=True)
class Placed:
    """`rest` is what was asked besides the place; `code` is empty when no place was named."""

    code: str
    rest: str


def place_in(asked: str, names: Mapping[str, str], is_word: Callable[[str], bool]) -> Placed:
    """The municipality (by `names`: what people call it, and its code) that is named in it, the longest name first.

    A mistake of one letter is forgiven, unless it is a word of its own: "school" is not "Schoorl".
    """
    words = list(words_of(asked))
    known = _known(names)
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            part = words[at : at + length]
            code = known.get(" ".join(part)) or _guessed(part, known, is_word)
            if code:
                return Placed(code, " ".join([*words[:at], *words[at + length :]]))
    return Placed("", asked)


def _known(names: Mapping[str, str]) -> Mapping[str, str]:
    """The names, and the first word of several that all lie in one municipality ("Egmond")."""
    whole = {" ".join(words_of(name)): code for name, code in names.items()}
    first: dict[str, set[str]] = {}
    for name, code in whole.items():
        first.setdefault(name.partition(" ")[0], set()).add(code)
    return {
        name: min(codes) for name, codes in first.items() if len(codes) == 1 and len(name) >= LEAST_TO_GUESS
    } | whole


def _guessed(part: Sequence[str], known: Mapping[str, str], is_word: Callable[[str], bool]) -> str:
    name = " ".join(part)
    if len(name) < LEAST_TO_GUESS or all(is_word(word) for word in part):
        return ""
    near = process.extractOne(name, list(known), scorer=OSA.distance, score_cutoff=1)
    return known[near[0]] if near else ""
