"""Names that we know of: places, schools, organisations and people, looked for whatever their capitals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from domain.stories.finding.lists import ALSO_WORDS, ARTICLES, AT_SCHOOL, SCHOOL_WORDS
from domain.stories.finding.spans import Kind, Span
from domain.stories.finding.words import in_dictionary

LEAST_LETTERS = 3


@dataclass(frozen=True)
class Known:
    """What each name is, by the name as it is usually written."""

    kinds: Mapping[str, Kind]

    @cached_property
    def by_folded(self) -> Mapping[str, tuple[str, Kind]]:
        return {name.casefold(): (name, kind) for name, kind in self.kinds.items()}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        names = sorted((re.escape(one) for one in self.by_folded), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE) if names else None

    def find(self, text: str) -> Iterator[Span]:
        """Every known name; one that is an ordinary word as well, as “de brug”, only where it is written as a name."""
        if self.pattern is None:
            return
        for match in self.pattern.finditer(text):
            name, kind = self.by_folded.get(match[0].casefold(), (match[0], Kind.NAME))
            if not _is_a_word(name) or _written_as_name(match, kind):
                yield Span(match.start(), match.end(), kind)


def known(names: Iterable[tuple[str, Kind]]) -> Known:
    """Names of people are looked for in parts too: a family name alone gives somebody away."""
    kinds: dict[str, Kind] = {}
    for name, kind in names:
        for part in _parts(name, kind):
            if len(part) >= LEAST_LETTERS:
                kinds.setdefault(part, kind)
    return Known(kinds)


def _parts(name: str, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.SCHOOL:
        return (name.strip(), _without_sort(name))
    if kind is not Kind.NAME:
        return (name.strip(),)
    return (name.strip(), *(part for part in name.split() if part[:1].isupper()))


def _without_sort(name: str) -> str:
    """“Obs De Regenboog” is told of as “De Regenboog”."""
    words = name.split()
    while len(words) > 1 and words[0].casefold() in SCHOOL_WORDS:
        words = words[1:]
    return " ".join(words)


def _is_a_word(name: str) -> bool:
    words = [one for one in name.casefold().split() if one not in ARTICLES]
    return len(words) == 1 and (words[0] in ALSO_WORDS or in_dictionary(words[0]))


def _written_as_name(match: re.Match[str], kind: Kind) -> bool:
    """With a capital that is not just that of “De”, or as a school after a word such as “op”."""
    last = match[0].split()[-1]
    if last[:1].isupper():
        return True
    before = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    return kind is Kind.SCHOOL and " " in match[0] and bool(before) and before[0].casefold() in AT_SCHOOL


NOTHING_KNOWN = Known({})
