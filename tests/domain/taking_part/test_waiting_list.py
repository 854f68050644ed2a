"""Whatever parents and staff do in whatever order: seats are never exceeded and nobody is passed over."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import PARENT
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import sign_ups
from store.database import Database
from store.models import JournalLine
from store.queries.gatherings import events as shown_events
from store.queries.gatherings import sign_ups as shown
from store.states import SignUpState
from tests import make
from tests.make import COORDINATOR

CONFIRMED, WAITING, CANCELLED = SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.CANCELLED

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sign up"), st.integers(1, 4), st.just(0)),
        st.tuples(st.just("cancel"), st.integers(0, 30), st.just(0)),
        st.tuples(st.just("party"), st.integers(0, 30), st.integers(1, 4)),
        st.tuples(st.just("seats"), st.integers(1, 8), st.just(0)),
    ),
    max_size=30,
)


@dataclass
class Line:
    party: int
    state: SignUpState = WAITING


@dataclass
class Paper:
    """The list as a careful person keeps it on paper: every line read anew after each step."""

    seats: int
    lines: list[Line] = field(default_factory=list)

    def taken(self) -> int:
        return sum(line.party for line in self.lines if line.state is CONFIRMED)

    def waiting(self) -> list[Line]:
        return [line for line in self.lines if line.state is WAITING]

    def step(self, what: str, one: int, other: int) -> None:
        if what == "sign up" and one <= self.seats:
            self.lines.append(Line(one))
        elif what == "seats" and one >= self.taken():
            self.seats = one
        elif what == "cancel" and self.lines:
            self.lines[one % len(self.lines)].state = CANCELLED
        elif what == "party" and self.lines:
            self._come_with(self.lines[one % len(self.lines)], other)
        while self.waiting() and self.taken() + self.waiting()[0].party <= self.seats:
            self.waiting()[0].state = CONFIRMED

    def _come_with(self, line: Line, people: int) -> None:
        more = people - line.party
        if line.state is CONFIRMED and more > 0 and (self.waiting() or self.taken() + more > self.seats):
            return
        if line.state is not CANCELLED and people <= self.seats:
            line.party = people


class Real:
    """The same steps through the verbs."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session, self.now, self.ids = session, now, list[int]()
        self.event_id = make.cafe(session, now=now, seats=4)

    def step(self, what: str, one: int, other: int) -> None:
        with suppress(Refused):
            self._step(what, one, other)
        self.session.flush()

    def _step(self, what: str, one: int, other: int) -> None:
        if what == "sign up":
            party = make.party(f"Ouder {len(self.ids)}", one)
            self.ids.append(sign_ups.sign_up(self.session, self.event_id, party, by=PARENT, now=self.now).id)
        elif what == "seats":
            plan = make.event_plan(now=self.now, seats=one)
            events.change(self.session, self.event_id, plan, by=COORDINATOR, now=self.now)
        elif self.ids and what == "cancel":
            sign_ups.cancel(self.session, self.ids[one % len(self.ids)], by=COORDINATOR, now=self.now)
        elif self.ids:
            sign_ups.change_party(self.session, self.ids[one % len(self.ids)], other, by=COORDINATOR, now=self.now)

    def lines(self) -> list[Line]:
        return [Line(one.party, one.state) for one in shown.of_event(self.session, self.event_id)]

    def counts(self) -> tuple[int, int, int]:
        event = shown_events.event(self.session, self.event_id)
        assert event
        return event.seats, event.seats_taken, event.parties_waiting


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_list_is_what_a_careful_person_would_keep(
    database: Database, now: datetime, steps: Sequence[tuple[str, int, int]]
) -> None:
    with Session(database.engine) as session:  # never committed: each example starts clean
        paper, real = Paper(seats=4), Real(session, now)

        for step in steps:
            paper.step(*step)
            real.step(*step)
            session.expire_all()

            assert real.lines() == paper.lines
            assert real.counts() == (paper.seats, paper.taken(), len(paper.waiting()))
            assert paper.taken() <= paper.seats


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_is_told_twice_of_a_seat(sqlite: Database, now: datetime, steps: Sequence[tuple[str, int, int]]) -> None:
    with Session(sqlite.engine) as session:
        real = Real(session, now)
        for step in steps:
            real.step(*step)
        kinds = JournalLine.kind.in_(["signup.confirmed", "signup.promoted"])
        told = list(session.scalars(select(JournalLine.subject_id).where(kinds)))

        assert len(told) == len(set(told))


@pytest.mark.parametrize("people", [2, 3])
def test_a_smaller_party_at_the_head_of_the_queue_gets_its_seat(sqlite: Database, now: datetime, people: int) -> None:
    with sqlite.writing() as session:
        real = Real(session, now)
        for step in (("sign up", 3, 0), ("sign up", people, 0), ("party", 1, 1)):
            real.step(*step)

        assert real.lines() == [Line(3, CONFIRMED), Line(1, CONFIRMED)]
