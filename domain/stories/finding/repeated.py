"""Words that were found once, looked for in all of a text: one walk along it, however many words there are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Place:
    """Where one of the words stands, and how it was written when it was found."""

    starts: int
    ends: int
    words: str


def repeated(text: str, wanted: Iterable[str]) -> Iterator[Place]:
    """Each place where one of these stands by itself, capitals or not.

    Words are looked up by what their first word is, so a text of nothing but names takes no longer than another.
    """
    by_folded: dict[str, list[str]] = {}
    shapes: dict[str, set[tuple[int, int]]] = {}
    for words in set(wanted):
        if first := WORD.search(words):
            by_folded.setdefault(words.casefold(), []).append(words)
            shapes.setdefault(first[0].casefold(), set()).add((first.start(), len(words)))
    for word in WORD.finditer(text):
        for before, length in shapes.get(word[0].casefold(), ()):
            starts, ends = word.start() - before, word.start() - before + length
            if starts >= 0 and _stands_alone(text, starts, ends):
                yield from (Place(starts, ends, words) for words in by_folded.get(text[starts:ends].casefold(), ()))


def _stands_alone(text: str, starts: int, ends: int) -> bool:
    return not WORD.match(text[starts - 1 : starts]) and not WORD.match(text[ends : ends + 1])
