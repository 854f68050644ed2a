"""Invented questions from parents and young people: waiting, late, answered, with a reaction, to be phoned, closed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.inquiring import answering, asking
from domain.inquiring.asking import Wanted
from store.door_states import Audience, InquiryKind
from store.queries import inquiries

CALL = InquiryKind.CALL_BACK
ANSWER = (
    "Dag,\n\nFijn dat u het vraagt. U mag altijd om een gesprek op school vragen. Neem iemand mee die u vertrouwt.\n\n"
    "Wilt u er eens over praten? Bel ons gerust."
)


@dataclass(frozen=True)
class _Asked:
    """What was asked so many days ago, and what became of it."""

    days_ago: int
    wanted: Wanted
    answer: str = ""
    reaction: str = ""
    end: str = ""


ASKED = (
    _Asked(0, Wanted("Wat is een TLV? De juf noemde het en ik durfde het niet te vragen.", topic_code="C1")),
    _Asked(0, Wanted("Onze dochter van 8 wil niet meer naar school. Elke ochtend buikpijn. Wat nu?", topic_code="F8")),
    _Asked(1, Wanted("Mag school zonder mij een plan maken?", topic_code="B3", email="ouder@example.nl")),
    _Asked(1, Wanted("", kind=CALL, name="Samira", phone="06 00000001", moment="morning")),
    _Asked(2, Wanted("Over het schooladvies.", kind=CALL, name="Joost", phone="06 00000002"), end="not_reached"),
    _Asked(7, Wanted("Wij staan al een jaar op een wachtlijst. Wie kan ons helpen?", topic_code="C5")),
    _Asked(1, Wanted("Ik word elke dag gepest en niemand doet iets.", audience=Audience.YOUNG, topic_code="E6")),
    _Asked(1, Wanted("Mijn dochter zegt dat ze niet meer wil leven. Ik weet niet wat ik moet doen.")),
    _Asked(12, Wanted("Hoe vraag ik leerlingenvervoer aan?", topic_code="G4"), ANSWER),
    _Asked(15, Wanted("Krijgt mijn kind extra tijd?", topic_code="F3"), ANSWER, "Dank u. Op welk papier?"),
    _Asked(20, Wanted("Mag ik meepraten?", audience=Audience.YOUNG, topic_code="B4"), ANSWER, end="close"),
    _Asked(25, Wanted("Vervoer", kind=CALL, name="Els", phone="06 00000003", moment="any"), end="phoned"),
)  # fmt: skip


def come_in(session: Session, coordinator_id: int, *, now: datetime) -> None:
    """Needs the account of whoever answers."""
    by = Actor("Marieke de Wit", frozenset({Role.COORDINATOR}), coordinator_id)
    for number, one in enumerate(ASKED):
        _follow(session, one, f"demo {number}", by, now)


def _follow(session: Session, one: _Asked, seed: str, by: Actor, now: datetime) -> None:
    at = now - timedelta(days=one.days_ago)
    number = asking.ask(session, one.wanted, seed, now=at).id
    if one.answer:
        facts = inquiries.one(session, number)
        assert facts is not None
        answering.answer(session, number, one.answer, seen=facts.revision, by=by, now=at + timedelta(days=1))
    if one.reaction:
        asking.react(session, number, one.reaction, now=now)
    match one.end:
        case "phoned":
            answering.phoned(session, number, by=by, now=at + timedelta(days=1))
        case "not_reached":
            answering.not_reached(session, number, by=by, now=now)
        case "close":
            answering.close(session, number, by=by, now=at + timedelta(days=2))
