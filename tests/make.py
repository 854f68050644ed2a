"""Builders: each takes only what matters to the test and fills in the rest."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from domain import accounts, topics
from domain.actors import DEMO, PARENT, Actor, Role
from domain.availability import availability
from domain.buddying import buddies
from domain.buddying.profiles import Profile
from domain.gatherings import events
from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.matchmaking import agreement, proposals, requests
from domain.matchmaking.wishes import Consent, Wish
from domain.post import letters, out_tray
from domain.post.correspondence import Letterhead
from domain.post.letters import NewLetter
from domain.register import questions
from domain.taking_part import sign_ups
from domain.taking_part.party import Party
from domain.topics import TopicPlan
from mail.post import Fate, Outcome
from store.queries.buddying.weeks import Block

COORDINATOR = Actor(name="Tess", roles=frozenset({Role.COORDINATOR}), account_id=1)
LETTERHEAD = Letterhead("https://punt.example.nl", "Oudersteunpunt <steunpunt@example.nl>")
CONSENT = Consent("U mag deze gegevens gebruiken om een buddy te zoeken")
TUESDAY_EVENING = Block(1, 19 * 60, 22 * 60)


def buddy_actor(buddy_id: int) -> Actor:
    return Actor(name="buddy", roles=frozenset({Role.BUDDY}), account_id=100 + buddy_id, buddy_id=buddy_id)


def profile(**facts: Any) -> Profile:
    """A trained buddy from Alkmaar who lived through giftedness and phones or visits."""
    usual: dict[str, Any] = {
        "name": "Anna de Vries",
        "email": "anna@example.nl",
        "municipality_code": "GM0361",
        "topics": ("F1",),
        "sectors": ("po",),
        "contact_modes": ("phone", "home"),
        "style": "listening",
        "trained_on": date(2025, 9, 1),
        "certificate_seen_on": date(2025, 9, 1),
    }
    return Profile(**{**usual, **facts})


def buddy(session: Session, *, now: datetime, **facts: Any) -> int:
    """A buddy who has time on Tuesday evenings."""
    buddy_id = buddies.add(session, profile(**facts), by=COORDINATOR, now=now)
    availability.set_week(session, buddy_id, [TUESDAY_EVENING], by=COORDINATOR, now=now)
    return buddy_id


def wish(**facts: Any) -> Wish:
    """A mother from Alkmaar who asks about giftedness and can be phoned in the evening."""
    usual: dict[str, Any] = {
        "name": "Farida",
        "municipality_code": "GM0361",
        "topics": ("F1",),
        "email": "farida@example.nl",
        "phone": "06 12345678",
        "sector": "po",
        "age_band": "7-9",
        "contact_modes": ("phone",),
        "moments": ("weekday_evening",),
        "languages": ("nl",),
    }
    return Wish(**{**usual, **facts})


def request(session: Session, *, now: datetime, **facts: Any) -> int:
    return requests.ask(session, wish(**facts), CONSENT, by=COORDINATOR, now=now)


def proposal(session: Session, request_id: int, buddy_id: int, *, now: datetime) -> int:
    return proposals.propose(session, request_id, buddy_id, by=COORDINATOR, now=now)


def declined(session: Session, proposal_id: int, *, now: datetime) -> None:
    """The buddy who was asked says no."""
    buddy_id = proposals.answering(session, proposal_id).buddy_id
    assert buddy_id is not None
    proposals.decline(session, proposal_id, by=buddy_actor(buddy_id), now=now)


def match(session: Session, *, now: datetime, **facts: Any) -> int:
    """A match between a new buddy and a new request; `facts` are the buddy's."""
    buddy_id = buddy(session, now=now, **facts)
    proposal_id = proposal(session, request(session, now=now), buddy_id, now=now)
    agreement.accept_for_buddy(session, proposal_id, by=buddy_actor(buddy_id), now=now)
    return agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)


def event_plan(*, now: datetime, **facts: Any) -> EventPlan:
    """A café in Alkmaar in a week, two hours long, with twelve seats; who waits gets a free seat unasked."""
    starts_at = facts.get("starts_at", now + timedelta(days=7))
    usual: dict[str, Any] = {
        "kind": "cafe",
        "title": "Oudercafé",
        "venue": VenuePlan("De Wilg", "GM0361", "Kerkstraat 1"),
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "seats": 12,
        "offer_hours": 0,
    }
    return EventPlan(**{**usual, **facts})


def cafe(session: Session, *, now: datetime, **facts: Any) -> int:
    """A café that parents can sign up for."""
    event_id = events.add(session, event_plan(now=now, **facts), by=COORDINATOR, now=now)
    events.open_up(session, event_id, by=COORDINATOR, now=now)
    return event_id


def party(name: str = "Farida", people: int = 1, **facts: Any) -> Party:
    """Somebody who comes alone; the mail address follows from the name."""
    return Party(**{"name": name, "email": f"{name.casefold()}@example.nl", "people": people, **facts})


def question(session: Session, *, now: datetime, by: Actor = COORDINATOR, **facts: Any) -> int:
    """A question by phone, today, about a child that has been at home for longer than four weeks."""
    return questions.register(session, {"topics": ("D2",), "channel": "phone", **facts}, by=by, now=now)


def ended_topic(session: Session, code: str, *, now: datetime) -> None:
    """A topic that went out of use yesterday."""
    yesterday = (now - timedelta(days=1)).date()
    topics.change(session, code, TopicPlan(f"Vroeger {code}", until=yesterday), by=COORDINATOR, now=now)


def signed_up(session: Session, event_id: int, name: str = "Farida", *, now: datetime, **facts: Any) -> int:
    """The sign-up of one parent."""
    return sign_ups.sign_up(session, event_id, party(name, **facts), by=PARENT, now=now).id


def account(session: Session, role: Role, *, now: datetime, name: str = "Tess") -> int:
    """Somebody who signs in with a mail address that follows from the name."""
    email = f"{name.casefold()}@punt.example.nl"
    password = "een lang wachtwoord"
    return accounts.add(session, name=name, email=email, password=password, roles=[role], by=DEMO, now=now)


def letter(session: Session, sign_up_id: int, *, now: datetime, **facts: Any) -> int:
    """A letter in the out-tray about a sign-up."""
    usual: dict[str, Any] = {
        "dedupe_key": f"sign_up:{sign_up_id}",
        "message_id": f"<{sign_up_id}@punt.example.nl>",
        "kind": "sign_up_confirmed",
        "subject": ("sign_up", sign_up_id),
        "recipient": "Farida",
        "address": "farida@example.nl",
        "title": "U bent aangemeld",
        "body": "Fijn dat u komt.\n",
        "language": "nl",
    }
    letter_id = letters.write(session, NewLetter(**{**usual, **facts}), now=now)
    assert letter_id is not None
    return letter_id


def post(session: Session, *, now: datetime) -> None:
    """The mail server takes every letter that is due."""
    while claimed := out_tray.claim(session, now=now):
        out_tray.settle(session, claimed, Outcome(Fate.ACCEPTED), now=now, jitter=0.0)
