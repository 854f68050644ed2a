"""Matches of earlier years that were not easy: a no or silence before the yes, a first talk that came late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo import people
from domain import forms
from domain.actors import DEMO, PARENT
from domain.care import matches
from domain.matchmaking import agreement, deadlines, proposals, requests, shortlist, wishes

SEED = 48
DAYS_AGO = (990, 880, 850, 700, 610, 560, 470, 410, 330, 240, 160, 112, 107, 101, 96, 90)
ASKED = (
    ("E4", "vo", "GM0373"),
    ("C5", "so", "GM1980"),
    ("D5", "vo", "GM0383"),
    ("F11", "so", "GM0373"),
    ("A3", "po", "GM0361"),
    ("G1", "po", "GM0399"),
    ("F6", "po", "GM1980"),
    ("D1", "po", "GM0361"),
    ("F1", "vo", "GM0383"),
    ("E2", "po", "GM0361"),
    ("C1", "sbo", "GM1980"),
)
BUDDY_REASONS = ("no_time", "no_time", "no_time", "not_my_experience", "rest", "known", None)
PARENT_REASONS = ("other_experience", "contact", "not_now", None)
END_REASONS = ("agreed",) * 6 + ("faded", "faded", "no_click", "referred")
FIRST_TALK_HOURS = (4, 9, 20, 25, 27, 30, 33, 44, 46, 47, 51, 70, 96, 150)
MOST_ASKED = 4
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Yes:
    """The match of a request, and when it began."""

    match_id: int
    at: datetime


def match(session: Session, *, now: datetime) -> None:
    """Some end without a buddy, one without a word; all of it is over by now."""
    chance = Random(SEED)
    for number, days in enumerate(DAYS_AGO):
        asked_at = now - days * DAY + chance.randint(0, 9) * HOUR
        request_id = _ask(session, number, asked_at, chance)
        found = _until_yes(session, request_id, asked_at + chance.randint(2, 30) * HOUR, chance)
        if found:
            _go_on(session, found, 0 if number == 4 else chance.randint(2, 7), chance)
        else:
            requests.close(session, request_id, by=DEMO, now=asked_at + 12 * DAY)


def _until_yes(session: Session, request_id: int, at: datetime, chance: Random) -> Yes | None:
    """One buddy after the other is asked, until both sides say yes."""
    best = shortlist.of_all(session, request_id, now=at).shortlist[:MOST_ASKED]
    for one in best:
        proposal_id = proposals.propose(session, request_id, one.buddy_id, by=DEMO, now=at)
        said = at + chance.randint(1, 20) * HOUR
        answer = chance.choices(("yes", "no", "silent", "parent_no"), (62, 22, 8, 8))[0]
        if answer == "silent":
            deadlines.expire(session, by=DEMO, now=at + 2 * DAY)
            at += 2 * DAY
            continue
        if answer == "no":
            proposals.decline(session, proposal_id, chance.choice(BUDDY_REASONS), by=DEMO, now=said)
        else:
            agreement.accept_for_buddy(session, proposal_id, by=DEMO, now=said)
            said += chance.randint(1, 30) * HOUR
            if answer == "yes":
                return Yes(agreement.accept_for_parent(session, proposal_id, by=PARENT, now=said), said)
            agreement.decline_for_parent(session, proposal_id, chance.choice(PARENT_REASONS), by=PARENT, now=said)
        at = said + HOUR
    return None


def _go_on(session: Session, found: Yes, talks: int, chance: Random) -> None:
    """They speak about once in ten days, and finish after some weeks."""
    at = found.at + chance.choice(FIRST_TALK_HOURS) * HOUR
    for _talk in range(talks):
        matches.log_contact(session, found.match_id, by=DEMO, now=at)
        at += chance.randint(6, 16) * DAY
    ended_at = min(max(at, found.at + 20 * DAY), found.at + 80 * DAY)
    reason = chance.choice(END_REASONS) if talks else "faded"
    matches.end(session, found.match_id, reason, by=DEMO, now=ended_at)


def _ask(session: Session, number: int, now: datetime, chance: Random) -> int:
    name = people.first_name(chance)
    topic, sector, municipality = ASKED[number % len(ASKED)]
    wish = wishes.Wish(
        name=name,
        municipality_code=municipality,
        topics=(topic,),
        email=people.mail(name, 7000 + number),
        phone=people.phone(400 + number),
        sector=sector,
        contact_modes=("phone",),
        moments=("weekday_evening", "weekend"),
        languages=("nl",),
    )
    return requests.ask(session, wish, wishes.consent(forms.load(session, "request")), by=PARENT, now=now)
