"""Everything in a text that may give somebody away, found in one go and the same way wherever it occurs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from domain.stories.finding.known import NOTHING_KNOWN, Known
from domain.stories.finding.lists import ALSO_WORDS, ARTICLES
from domain.stories.finding.numbers import numbers
from domain.stories.finding.people import people
from domain.stories.finding.repeated import repeated
from domain.stories.finding.schools import schools
from domain.stories.finding.spans import Kind, Span, settled
from domain.stories.finding.words import in_dictionary

NAMED = (Kind.NAME, Kind.SCHOOL, Kind.PLACE, Kind.ORGANISATION)
PLACEHOLDER = re.compile(r"\[[^\[\]\n]{2,30}\]")


def find(text: str, names: Known = NOTHING_KNOWN) -> tuple[Span, ...]:
    """The spans in their order, none touching another. What was replaced before is left alone."""
    first = _people_once(text, settled((*numbers(text), *names.find(text), *schools(text), *people(text))))
    return not_replaced(text, settled((*first, *_again(text, first))))


def _people_once(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """Who was “meneer de Vries” once is no school where only “De Vries” is written."""
    called = {_without_article(one.of(text)) for one in found if one.kind is Kind.NAME and _has_article(one.of(text))}
    return tuple(
        replace(one, kind=Kind.NAME) if one.kind is Kind.SCHOOL and _without_article(one.of(text)) in called else one
        for one in found
    )


def _has_article(name: str) -> bool:
    return name.casefold().split()[0] in ARTICLES


def _without_article(name: str) -> str:
    return " ".join(name.casefold().split()[_has_article(name) :])


def not_replaced(text: str, found: Iterable[Span]) -> tuple[Span, ...]:
    """Those that touch none of the words in square brackets that stand for something."""
    taken = {letter for one in PLACEHOLDER.finditer(text) for letter in range(one.start(), one.end())}
    return tuple(span for span in found if taken.isdisjoint(range(span.starts, span.ends)))


def everywhere(text: str, named: Iterable[tuple[str, Kind]]) -> Iterator[Span]:
    """Each place where one of these words stands as it was written before."""
    kinds = _by_words(named)
    for place in repeated(text, kinds):
        if text[place.starts : place.ends] == place.words:
            yield from (Span(place.starts, place.ends, kind) for kind in kinds[place.words])


def _again(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """A name that was found once is one everywhere, small letters or not."""
    kinds = _by_words((part, span.kind) for span in found if span.kind in NAMED for part in _alone(span.of(text)))
    for place in repeated(text, kinds):
        if text[place.starts].isupper() or not _is_word(place.words):
            yield from (Span(place.starts, place.ends, kind) for kind in kinds[place.words])


def _by_words(named: Iterable[tuple[str, Kind]]) -> Mapping[str, set[Kind]]:
    kinds: dict[str, set[Kind]] = {}
    for words, kind in named:
        kinds.setdefault(words, set()).add(kind)
    return kinds


def _alone(name: str) -> Iterator[str]:
    """The name and, of several words, those that are written with a capital and are no ordinary word."""
    yield name
    for part in name.split():
        if part[:1].isupper() and len(part) > 2 and not _is_word(part):
            yield part


def _is_word(name: str) -> bool:
    return " " not in name and (name.casefold() in ALSO_WORDS or in_dictionary(name))
