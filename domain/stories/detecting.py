"""What in a text may give somebody away, with the names that this support point knows."""

from sqlalchemy.orm import Session

from domain import organisation
from domain.stories.finding.find import find
from domain.stories.finding.known import Known, known
from domain.stories.finding.spans import Kind, Span
from store.door_states import KnownNameKind
from store.queries.stories import known_names

KINDS = {
    KnownNameKind.SCHOOL: Kind.SCHOOL,
    KnownNameKind.PERSON: Kind.NAME,
    KnownNameKind.ORGANISATION: Kind.ORGANISATION,
    KnownNameKind.PLACE: Kind.PLACE,
}


def names(session: Session) -> Known:
    """Every name to look for; the support point's own name gives nobody away and may stay."""
    own = {organisation.load(session).name.casefold(), organisation.load(session).short_name.casefold()}
    found = known_names.names(session)
    return known((one.name, KINDS[one.kind]) for one in found if one.name.casefold() not in own)


def detect(session: Session, text: str) -> tuple[Span, ...]:
    return find(text, names(session))
