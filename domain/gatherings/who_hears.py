"""Who hears of a change to a gathering: by letter, by phone, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue
from domain.post import letter_texts
from domain.taking_part.sign_up_rows import IN, SEATED
from store.models import SignUp

CHANGED = "event_changed"


@dataclass(frozen=True)
class Group:
    """So many sign-ups, which together are so many people."""

    sign_ups: int = 0
    people: int = 0


@dataclass(frozen=True)
class Told:
    """Who has a seat and who waits get a letter. `to_call` are the names of those without a mail address.

    `unanswered` sign-ups wait for a yes from staff and hear nothing yet. When staff switched the letter off `is_on` is
    false, and nobody gets one.
    """

    coming: Group = Group()
    waiting: Group = Group()
    to_call: tuple[str, ...] = ()
    unanswered: int = 0
    is_on: bool = True

    @property
    def anybody(self) -> bool:
        return bool(self.coming.sign_ups or self.waiting.sign_ups or self.to_call)


def of_a_change(session: Session, event_id: int) -> Told:
    """Whom the letter about another moment or place reaches, by the very rules by which it is written."""
    text = letter_texts.load(session, CHANGED)
    query = select(SignUp).where(SignUp.event_id == event_id, SignUp.state.in_(IN)).order_by(SignUp.number)
    rows = session.scalars(query).all()
    told = [row for row in rows if not text.states or row.state in text.states]
    mailed = [row for row in told if row.email]
    return Told(
        coming=_group([row for row in mailed if row.state in SEATED]),
        waiting=_group([row for row in mailed if row.state not in SEATED]),
        to_call=tuple(row.name or "" for row in told if row.phone and not row.email),
        unanswered=len(rows) - len(told),
        is_on=text.active and catalogue.entry(session, "automation", CHANGED).active,
    )


def _group(rows: Sequence[SignUp]) -> Group:
    return Group(len(rows), sum(row.party for row in rows))
