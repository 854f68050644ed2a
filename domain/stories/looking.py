"""What a moderator should look at: what our own rules find in a text, and what a second reader found before."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from domain.stories.detecting import detect
from domain.stories.finding.spans import Kind, Span, settled
from store.queries.story_queue import Stretch


def to_look_at(session: Session, text: str, earlier: Iterable[Stretch] = ()) -> tuple[Span, ...]:
    """In their order, none touching another; `earlier` is about the very same text."""
    before = (Span(one.starts, one.ends, Kind(one.kind)) for one in earlier if one.ends <= len(text))
    return settled((*detect(session, text), *before))
