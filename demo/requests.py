"""Parents who asked for a buddy: matches that were, matches that run, and some who wait."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo import care, people
from domain import forms
from domain.actors import DEMO, PARENT
from domain.care import matches
from domain.matchmaking import agreement, proposals, requests, shortlist, wishes

WISHES = (
    ("D1", "F8"),
    ("F6",),
    ("F1", "F2"),
    ("A5",),
    ("E1", "B2"),
    ("C1",),
    ("F7",),
    ("G1",),
    ("D1",),
    ("F3",),
    ("E2",),
)
ENDED, RUNNING, WAITING = 20, 6, 3
MOMENTS = ("weekday_morning", "weekday_afternoon", "weekday_evening", "weekend")


def ask(session: Session, *, now: datetime, chance: Random) -> None:
    """Twenty matches that ended over three years, six that run, one proposal, and three parents who wait."""
    for number in range(ENDED):
        asked_at = now - timedelta(days=1000 - number * 45 + chance.randint(0, 20))
        _match(session, number, asked_at, now, ended_after=chance.randint(40, 75), chance=chance)
    for number in range(ENDED, ENDED + RUNNING):
        asked_at = now - timedelta(days=chance.randint(6, 50))
        _match(session, number, asked_at, now, ended_after=None, chance=chance)
    for number, hours in enumerate((70, 30, 5), start=ENDED + RUNNING):
        request_id = _ask(session, number, now - timedelta(hours=hours), chance)
        if hours == 30:
            _propose(session, request_id, now - timedelta(hours=6))


def _match(
    session: Session, number: int, asked_at: datetime, now: datetime, *, ended_after: int | None, chance: Random
) -> None:
    request_id = _ask(session, number, asked_at, chance)
    proposed_at = asked_at + timedelta(hours=chance.randint(3, 30))
    proposal_id = _propose(session, request_id, proposed_at)
    if proposal_id is None:
        requests.close(session, request_id, by=DEMO, now=asked_at + timedelta(days=9))
        return
    said_yes = proposed_at + timedelta(hours=chance.randint(1, 20))
    agreement.accept_for_buddy(session, proposal_id, by=DEMO, now=said_yes)
    match_id = agreement.accept_for_parent(session, proposal_id, by=PARENT, now=said_yes)
    talks = range(chance.randint(3, 6)) if ended_after else range(chance.randint(0, 2))
    for week in talks:
        matches.log_contact(session, match_id, by=DEMO, now=said_yes + timedelta(days=1 + week * 2))
    ended_at = said_yes + timedelta(days=ended_after) if ended_after else None
    care.start(session, request_id, now=said_yes + timedelta(hours=5))
    care.during(session, match_id, until=ended_at or now)
    if ended_at:
        reason, heavy = "agreed" if chance.random() < 0.75 else "faded", number % 7 == 3
        matches.end(session, match_id, reason, heavy=heavy, by=DEMO, now=ended_at)
        care.end(session, request_id, now=ended_at)
        care.during(session, match_id, until=now)


def _ask(session: Session, number: int, now: datetime, chance: Random) -> int:
    name = people.first_name(chance)
    wish = wishes.Wish(
        name=name,
        municipality_code=chance.choice(("GM0361", "GM0361", "GM1980", "GM1980", "GM0383", "GM0399", "GM0373")),
        topics=WISHES[number % len(WISHES)],
        email=people.mail(name, 5000 + number),
        phone=people.phone(200 + number),
        sector=chance.choice(("po", "po", "vo")),
        age_band=chance.choice(("7-9", "10-12", "13-15")),
        contact_modes=("phone",) if chance.random() < 0.6 else ("phone", "elsewhere"),
        moments=tuple(sorted(chance.sample(MOMENTS, 2))),
        languages=("nl",),
        style=chance.choice(("listening", "practical", None)),
    )
    agreed = wishes.consent(forms.load(session, "request"))
    return requests.ask(session, wish, agreed, by=PARENT, now=now)


def _propose(session: Session, request_id: int, now: datetime) -> int | None:
    best = shortlist.of_all(session, request_id, now=now).shortlist
    return proposals.propose(session, request_id, best[0].buddy_id, by=DEMO, now=now) if best else None
