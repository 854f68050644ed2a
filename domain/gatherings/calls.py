"""Parents without a mail address: who is still to be phoned about a gathering, and that it was done."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from domain.actors import Actor
from domain.allowed import staff_only
from domain.post import letter_texts, letters
from domain.post.facts import ABOUT
from domain.refused import Refused
from store.models import Letter, SignUp
from store.states import LetterState

SIGN_UP = "sign_up"


@dataclass(frozen=True)
class Call:
    """One parent and everything that there is to tell, `about` in the words of the letters, the oldest first.

    `last` is the newest letter that was counted: give it back to `called`.
    """

    sign_up_id: int
    event_id: int
    event: str
    name: str
    phone: str
    about: tuple[str, ...]
    last: int
    until: datetime | None


def to_make(session: Session, *, now: datetime, event_id: int | None = None) -> tuple[Call, ...]:
    """Whom to phone, about one gathering or about all; first who waits longest.

    Left out is what has lost its reason: nobody hears of a seat that is taken already.
    """
    query = select(Letter, SignUp).join(SignUp, SignUp.id == Letter.subject_id).options(joinedload(SignUp.event))
    query = query.where(Letter.state == LetterState.TO_CALL, Letter.subject_kind == SIGN_UP, SignUp.phone.is_not(None))
    if event_id is not None:
        query = query.where(SignUp.event_id == event_id)
    found: dict[int, list[Letter]] = {}
    people: dict[int, SignUp] = {}
    texts = {one.key: one for one in letter_texts.listed(session)}
    for letter, row in session.execute(query.order_by(Letter.id)):
        text = texts.get(letter.kind)
        standing = ABOUT[SIGN_UP].state(session, row.id, now=now)
        if text is None or not text.states or standing in text.states:
            found.setdefault(row.id, []).append(letter)
            people[row.id] = row
    names = {key: text.name for key, text in texts.items()}
    return tuple(_call(people[number], told, names) for number, told in found.items())


def called(session: Session, sign_up_id: int, last: int, *, by: Actor, now: datetime) -> None:
    """Staff told this parent everything up to the letter `last`; what came later is still to be told.

    Twice is harmless.
    """
    staff_only(by)
    if session.get(SignUp, sign_up_id) is None:
        raise Refused("not_found")
    about = (Letter.subject_kind == SIGN_UP, Letter.subject_id == sign_up_id, Letter.id <= last)
    for number in session.scalars(select(Letter.id).where(Letter.state == LetterState.TO_CALL, *about)).all():
        letters.passed_on(session, number, by=by, now=now)


def _call(row: SignUp, told: list[Letter], names: dict[str, str]) -> Call:
    about = tuple(dict.fromkeys(names.get(one.kind, one.title or "") for one in told))
    event, until = row.event, row.offered_until
    return Call(row.id, event.id, event.title, row.name or "", row.phone or "", about, told[-1].id, until)
