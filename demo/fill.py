"""Filling an empty database with school years that look like real ones, through the same verbs that people use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from random import Random

from sqlalchemy.orm import Session

from demo import (
    appointments,
    away,
    buddies,
    cafes,
    earlier,
    improving,
    inquiries,
    pupils,
    reporting,
    requests,
    season,
    stories,
    waiting,
    waves,
)
from domain import accounts, journal, organisation
from domain.actors import DEMO, Role
from domain.register import questions, testing
from i18n.dates import AMSTERDAM
from store.database import Database

SEED = 2018
PASSWORD = "rode-draad-demo"  # noqa: S105 - printed at the start, for invented data only


@dataclass(frozen=True)
class Login:
    role: str
    name: str
    email: str
    roles: frozenset[Role]
    password: str = PASSWORD


LOGINS = (
    Login("coordinator", "Marieke de Wit", "coordinator@demo.example", frozenset({Role.COORDINATOR})),
    Login("buddy", "Anneke Visser", "buddy@demo.example", frozenset({Role.BUDDY})),
    Login("policy", "Tom Beleid", "beleid@demo.example", frozenset({Role.POLICY})),
    Login("moderator", "Mo Vertelt", "verhalen@demo.example", frozenset({Role.MODERATOR})),
    Login("administrator", "Ada Beheer", "beheer@demo.example", frozenset({Role.ADMINISTRATOR})),
)


def years_when_empty(database: Database, *, now: datetime, say: Callable[[str], None]) -> bool:
    """Fill a database in which nobody has an account yet; returns whether its content is the invented one.

    It is one transaction: a start that is cut off half-way leaves an empty database.
    """
    with database.reading() as session:
        if accounts.somebody(session):
            return organisation.load(session).invented == "yes"
    say("Filling the empty database with invented school years ...")
    with database.writing() as session:
        years(session, now=now)
    return True


def years(session: Session, *, now: datetime) -> None:
    """Three school years and the running one: the same for the same day."""
    chance = Random(SEED)
    _questions(session, now=now, chance=chance)
    waves.wash_over(session, now.astimezone(AMSTERDAM).date())
    ids = buddies.take_in(session, now=now, chance=chance)
    people = _logins(session, ids[0], now=now)
    cafes.hold(session, ids, now=now, chance=chance)
    earlier.match(session, now=now)
    requests.ask(session, now=now, chance=chance)
    appointments.agree(session, ids, now=now)
    away.plan(session, ids, now=now)
    waiting.wait(session, now=now)
    improving.cycle(session, now=now)
    stories.tell(session, now=now)
    pupils.go_to_school(session, now=now, chance=Random(SEED))
    testing.test(session, now=now)
    words = {"phone": "072 000 0000", "hours": "ma–do 9–16 uur", "invented": "yes"}
    organisation.change(session, by=DEMO, now=now, **words)
    reporting.write(session, people["policy"], now=now)
    inquiries.come_in(session, people["coordinator"], now=now)
    journal.settle(session, now=now)


def _questions(session: Session, *, now: datetime, chance: Random) -> None:
    for asked in season.questions(now.astimezone(AMSTERDAM).date(), chance):
        at = datetime.combine(asked.day, time(9 + chance.randint(0, 7), chance.randint(0, 59)), tzinfo=UTC)
        questions.register(session, asked.values, by=DEMO, now=at)


def _logins(session: Session, buddy_id: int, *, now: datetime) -> dict[str, int]:
    """Everybody who can sign in; gives their accounts by role."""
    return {
        login.role: accounts.add(
            session,
            name=login.name,
            email=login.email,
            password=login.password,
            roles=login.roles,
            buddy_id=buddy_id if Role.BUDDY in login.roles else None,
            by=DEMO,
            now=now,
        )
        for login in LOGINS
    }
