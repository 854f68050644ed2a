"""Names that we know of: places, schools, organisations and people, looked for whatever their capitals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from domain.stories.finding.lists import ALSO_WORDS
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
        """Every known name; one that is an ordinary word as well only where it is written with its capital."""
        if self.pattern is None:
            return
        for match in self.pattern.finditer(text):
            name, kind = self.by_folded.get(match[0].casefold(), (match[0], Kind.NAME))
            if match[0][:1].isupper() or not _is_a_word(name):
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
    if kind is not Kind.NAME:
        return (name.strip(),)
    return (name.strip(), *(part for part in name.split() if part[:1].isupper()))


def _is_a_word(name: str) -> bool:
    return " " not in name and (name.casefold() in ALSO_WORDS or in_dictionary(name))


NOTHING_KNOWN = Known({})
