"""What a moderator should look at: what our own rules find in a text, and what a second reader found before."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.stories.detecting import detect
from domain.stories.finding.find import everywhere, not_replaced
from domain.stories.finding.spans import Kind, Span, settled
from store.queries.stories.story_queue import StoryText, Stretch


@dataclass(frozen=True)
class Looked:
    """What stands out in a text, in its order, none touching another; `unsure` is what the second reader alone saw."""

    found: tuple[Span, ...]
    unsure: frozenset[Span]


def in_told(session: Session, one: StoryText) -> Looked:
    """In the story as it was told."""
    return together(one.told, detect(session, one.told), [_span(found) for found in one.findings])


def in_edited(session: Session, text: str, one: StoryText | None) -> Looked:
    """In the text that others may read: words that the second reader found in the story are looked for again."""
    named = [(_span(found).of(one.told), Kind(found.kind)) for found in one.findings] if one else []
    return together(text, detect(session, text), list(everywhere(text, named)))


def together(text: str, ours: Sequence[Span], theirs: Sequence[Span]) -> Looked:
    """What two readers found, as one: what overlaps is joined."""
    found = not_replaced(text, settled((*ours, *theirs)))
    unsure = (one for one in found if not any(own.starts < one.ends and one.starts < own.ends for own in ours))
    return Looked(found, frozenset(unsure))


def _span(one: Stretch) -> Span:
    return Span(one.starts, one.ends, Kind(one.kind))
