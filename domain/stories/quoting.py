"""Quotes: a few sentences of a released story that stand by themselves."""

import re
from collections.abc import Collection
from datetime import datetime
from itertools import pairwise

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.local_time import wall
from domain.refused import Refused
from domain.stories.moderating import found
from store.door_states import Consent, StoryState
from store.models import StoryQuote

SENTENCE = re.compile(r"[^\s].*?(?:[.!?…]+[\"”’')\]]*(?=\s|$)|$)", re.MULTILINE)
BETWEEN = " (…) "
LONGEST = 400


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in their order; a line ends one too."""
    return tuple(match[0] for match in SENTENCE.finditer(text))


def pick(
    session: Session, number: int, chosen: Collection[int], *, public: bool, by: Actor, now: datetime
) -> None:  # fmt: skip
    """Let sentences out as one quote, by their places in `sentences`. The same words twice are one quote."""
    row = found(session, number, by)
    if row.state is not StoryState.RELEASED or row.consent is Consent.COUNT or not row.released:
        raise Refused("quote.not_allowed")
    if public and row.consent is not Consent.PUBLISH:
        raise Refused("quote.not_public", field="public")
    every = sentences(row.released)
    words = _joined(every, chosen)
    if (
        row.consent is Consent.QUOTE
        and len(every) > 1
        and _leaves_none(every, (words, *(one.words for one in row.quotes)))
    ):
        raise Refused("quote.is_all", field="sentences")
    known = next((one for one in row.quotes if one.words == words), None)
    if known:
        known.is_public = public
        return
    row.quotes.append(StoryQuote(words=words, is_public=public, released_on=wall(now)[0], released_by=by.label))
    journal.record(session, "story.quoted", ("story", 0), by=by, now=now)


def drop(session: Session, number: int, quote: int, *, by: Actor) -> None:
    """Take a quote away, everywhere at once. Twice is harmless."""
    row = found(session, number, by)
    row.quotes = [one for one in row.quotes if one.id != quote]


def _leaves_none(every: tuple[str, ...], quotes: Collection[str]) -> bool:
    """Whether the quotes together are the whole story."""
    return all(any(sentence in words for words in quotes) for sentence in every)


def _joined(known: tuple[str, ...], chosen: Collection[int]) -> str:
    """Sentences that follow each other stay together; where some were left out, that is shown."""
    places = sorted(place for place in set(chosen) if 0 <= place < len(known))
    if not places or len(places) != len(set(chosen)):
        raise Refused("quote.not_in_story", field="sentences")
    words = known[places[0]]
    for before, place in pairwise(places):
        words += (" " if place == before + 1 else BETWEEN) + known[place]
    if len(words) > LONGEST:
        raise Refused("quote.too_long", field="sentences", most=LONGEST)
    return words
