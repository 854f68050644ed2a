"""Recognising names: a code, the whole name, another word for it, or a part that only one name has."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from domain.importing.sheets import plain

ALIKE = 0.6
LEAST_PART = 4  # a shorter word must be whole
CODE_FIRST = re.compile(r"\s*([A-Za-z]\d{1,2})\s*[-:.)–]?\s+\S")
LISTED = re.compile(r"[;\n|]+")
JOINED = re.compile(r"(\s*[,/+&]\s*|\s+(?:en|and)\s+)")


@dataclass(frozen=True)
class Names:
    """What can be meant: `labels` by key as the reader sees them, `others` with more words for the same."""

    labels: Mapping[str, str]
    others: Mapping[str, Iterable[str]] = field(default_factory=dict)

    @cached_property
    def _exact(self) -> dict[str, str]:
        words = {plain(word): key for key, found in self.others.items() if key in self.labels for word in found}
        labels = {plain(label): key for key, label in self.labels.items()}
        return words | labels | {plain(key): key for key in self.labels}

    @cached_property
    def _words(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(key, tuple(text.split())) for text, key in self._exact.items()]

    @cached_property
    def _found(self) -> dict[str, str | None]:
        """What was looked for by its parts before: a register says the same thing many times."""
        return {}

    def exactly(self, text: str) -> str | None:
        """The key that `text` names in full."""
        return self._exact.get(plain(text))

    def find(self, text: str) -> str | None:
        """The one key that `text` can mean, or None when there is none or more than one."""
        wanted = plain(text)
        if not wanted:
            return None
        if wanted in self._exact:
            return self._exact[wanted]
        if (first := CODE_FIRST.match(text)) and first[1].casefold() in self._exact:
            return self._exact[first[1].casefold()]
        if wanted not in self._found:
            fitting = {key for key, words in self._words if _all_in(wanted.split(), words)}
            self._found[wanted] = fitting.pop() if len(fitting) == 1 else None
        return self._found[wanted]

    def nearest(self, text: str) -> str | None:
        """The label that looks most like `text`, to suggest; None when nothing does."""
        found = difflib.get_close_matches(plain(text), self._exact, n=1, cutoff=ALIKE)
        return self.labels[self._exact[found[0]]] if found else None

    def several(self, text: str, *, in_full: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All that a cell names, once each and in its order: (keys, pieces that are not known).

        A comma, a slash or "en" only divides where the whole is not a name itself. Names that are given `in_full` are
        found at once, however many there are.
        """
        find = self.exactly if in_full else self.find
        keys: list[str] = []
        unknown: list[str] = []
        for listed in LISTED.split(text):
            for piece, key in _pieces(JOINED.split(listed.strip()), find):
                if key:
                    keys.append(key)
                elif plain(piece):
                    unknown.append(piece.strip())
        return tuple(dict.fromkeys(keys)), tuple(unknown)


def _pieces(parts: list[str], find: Callable[[str], str | None]) -> Iterable[tuple[str, str | None]]:
    """The longest names first; `parts` alternates between words and what divides them."""
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -2):
            joined = "".join(parts[start:end])
            key = find(joined)
            if key or end == start + 1:
                yield joined, key
                start = end + 1
                break


def _all_in(wanted: list[str], words: tuple[str, ...]) -> bool:
    return all(any(_begins(word, one) for word in words) for one in wanted)


def _begins(word: str, part: str) -> bool:
    return word.startswith(part) if len(part) >= LEAST_PART else word == part
