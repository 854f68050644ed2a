"""Whatever parents, staff and time do in whatever order: the seats hold, the order holds, and the journal tells all."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import PARENT
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import offers, sign_ups, waiting_list
from store.database import Database
from store.models import Event, JournalLine, SignUp
from store.states import QueuePolicy, SignUpState
from tests import make
from tests.make import COORDINATOR

WAITING, SEATED = SignUpState.WAITING, (SignUpState.CONFIRMED, SignUpState.OFFERED)
ACTS = ("sign up", "cancel", "staff cancels", "undo", "accept", "decline", "party", "seats", "later", "much later")
STEPS = some.lists(some.tuples(some.sampled_from(ACTS), some.integers(0, 12), some.integers(1, 4)), max_size=40)


def act(session: Session, event_id: int, what: str, who: int, n: int, now: datetime) -> None:
    ids = session.scalars(select(SignUp.id).where(SignUp.event_id == event_id).order_by(SignUp.number)).all()
    if what == "sign up":
        made = sign_ups.sign_up(session, event_id, make.party(f"Ouder {len(ids)}", n), by=PARENT, now=now)
        assert made.id
    elif what == "seats":
        shape = {"starts_at": session.get_one(Event, event_id).starts_at, "offer_hours": 24}
        queue = session.get_one(Event, event_id).queue
        events.change(
            session, event_id, make.event_plan(now=now, seats=n + 2, queue=queue, **shape), by=COORDINATOR, now=now
        )
    elif ids and what in ("cancel", "undo", "accept", "decline", "staff cancels", "party"):
        chosen = ids[who % len(ids)]
        if what == "party":
            sign_ups.change_party(session, chosen, n, by=PARENT, now=now)
        elif what == "staff cancels":
            sign_ups.cancel(session, chosen, by=COORDINATOR, now=now)
        else:
            verb = {"cancel": sign_ups.cancel, "undo": sign_ups.undo, "accept": offers.accept,
                    "decline": offers.decline}[what]  # fmt: skip
            verb(session, chosen, by=PARENT, now=now)


def played(session: Session, event_id: int, steps: list[tuple[str, int, int]], now: datetime) -> Iterator[datetime]:
    for what, who, n in steps:
        now += timedelta(minutes={"later": 20, "much later": 26 * 60}.get(what, 1))
        with suppress(Refused), session.begin_nested():
            act(session, event_id, what, who, n, now)
        waiting_list.tend(session, now)
        session.flush()
        yield now


@dataclass
class Party:
    state: str
    people: int
    held: int = 0
    heard: list[str] = field(default_factory=list)


@dataclass
class Replay:
    """The list as the journal alone tells it."""

    parties: dict[int, Party] = field(default_factory=dict)

    def read(self, line: JournalLine, seats: int, policy: QueuePolicy) -> None:
        kind, facts = line.kind.removeprefix("signup."), line.facts
        party = self.parties.setdefault(line.subject_id, Party("", facts["party"]))
        if kind == "offered":
            self._check_turn(line.subject_id, seats, policy)
        if kind in ("offered", "told"):
            party.heard.append(kind)
        party.held = facts.get("held", 0) if kind in ("cancelled", "changed") else 0
        if kind == "undone":
            party.state = facts["state"]
        elif kind not in ("changed", "released"):
            party.state = {"accepted": "confirmed", "told": "waiting"}.get(kind, kind)
        party.people = facts["party"]

    def _check_turn(self, mine: int, seats: int, policy: QueuePolicy) -> None:
        """Whoever is asked before somebody who waited longer, is so because that one did not fit."""
        free = seats - self.taken()
        assert self.parties[mine].people <= free
        for number, party in self.parties.items():
            if number < mine and party.state == "waiting":
                assert policy is QueuePolicy.FILL
                assert party.people > free

    def taken(self) -> int:
        return sum(one.people * (one.state in ("confirmed", "offered")) + one.held for one in self.parties.values())


def check(session: Session, event_id: int) -> None:
    event = session.get_one(Event, event_id)
    rows = session.scalars(select(SignUp).where(SignUp.event_id == event_id)).all()
    assert event.seats_taken == sum(row.party * (row.state in SEATED) + row.held for row in rows)
    assert event.seats_taken <= event.seats
    assert event.parties_waiting == sum(row.state is WAITING for row in rows)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, policy=some.sampled_from(QueuePolicy))
def test_seats_order_and_words_hold(
    database: Database, now: datetime, steps: list[tuple[str, int, int]], policy: QueuePolicy
) -> None:
    with Session(database.engine) as session:  # never committed: each example starts clean
        event_id = make.cafe(session, now=now, seats=4, offer_hours=24, queue=policy, starts_at=now + timedelta(days=9))
        replay, seen = Replay(), 0
        for _moment in played(session, event_id, steps, now):
            check(session, event_id)
            seats = session.get_one(Event, event_id).seats
            mine = JournalLine.kind.startswith("signup."), JournalLine.id > seen
            for line in session.scalars(select(JournalLine).where(*mine).order_by(JournalLine.id)):
                replay.read(line, seats, policy)
                seen = line.id

        rows = session.scalars(select(SignUp).where(SignUp.event_id == event_id)).all()
        assert {row.id: (row.state.value, row.party) for row in rows} == {
            number: (one.state, one.people) for number, one in replay.parties.items()
        }
        for one in replay.parties.values():
            assert one.heard.count("told") <= 1
            assert one.heard.count("offered") <= 1
