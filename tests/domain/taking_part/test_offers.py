"""A seat that comes free is offered: with a deadline, by day, to one after another, at last to everybody."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import PARENT
from domain.refused import Refused
from domain.taking_part import offers, sign_ups, waiting_list
from store.database import Database
from store.models import Event, JournalLine, SignUp
from store.states import SignUpState
from tests import make
from tests.domain.taking_part.offering import cafe, state
from tests.make import COORDINATOR

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def kinds(session: Session, sign_up_id: int) -> list[str]:
    lines = select(JournalLine.kind).where(JournalLine.subject_id == sign_up_id, JournalLine.kind.like("signup.%"))
    return [one.removeprefix("signup.") for one in session.scalars(lines.order_by(JournalLine.id))]


def test_a_freed_seat_is_kept_for_who_waited_longest_until_a_deadline(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, (anna, bert, _cor) = cafe(session, "Anna", "Bert", "Cor", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        late = make.signed_up(session, event_id, "Dirk", now=now)

        offered = session.get_one(SignUp, bert)
        assert (offered.state, offered.offered_until) == (SignUpState.OFFERED, now + DAY)
        assert state(session, late) is SignUpState.WAITING


def test_yes_takes_the_seat_and_no_gives_it_to_the_next(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _event, (anna, bert, cor) = cafe(session, "Anna", "Bert", "Cor", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        for _twice in range(2):
            offers.decline(session, bert, by=PARENT, now=now)
            offers.accept(session, cor, by=PARENT, now=now)

        assert (state(session, bert), state(session, cor)) == (SignUpState.DECLINED, SignUpState.CONFIRMED)
        assert (kinds(session, bert), kinds(session, cor)) == (
            ["waiting", "offered", "declined"],
            ["waiting", "offered", "accepted"],
        )


def test_silence_gives_the_seat_to_the_next_in_line_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _event, (anna, bert, cor) = cafe(session, "Anna", "Bert", "Cor", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        too_early = waiting_list.tend(session, now + DAY - HOUR)
        done = [waiting_list.tend(session, now + DAY) for _twice in range(2)]

        assert (too_early, done) == (0, [2, 0])
        assert (state(session, bert), state(session, cor)) == (SignUpState.LAPSED, SignUpState.OFFERED)
        with pytest.raises(Refused, match=r"signup\.offer_over"):
            offers.accept(session, bert, by=PARENT, now=now + DAY)


def test_the_time_to_answer_counts_from_the_morning(sqlite: Database, now: datetime) -> None:
    evening = now.replace(hour=21)  # ten in the evening in the Netherlands
    with sqlite.writing() as session:
        event_id, _people = cafe(session, now=now, offer_hours=4)
        event = session.get_one(Event, event_id)

        assert waiting_list.deadline(event, evening) == now.replace(day=25, hour=11)


def test_an_answer_is_never_due_in_the_night(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id, _people = cafe(session, now=now, offer_hours=12)
        event = session.get_one(Event, event_id)

        assert waiting_list.deadline(event, now) == now.replace(day=25, hour=8)  # nine o'clock the next morning


def test_in_the_last_hours_everybody_who_fits_is_told_and_the_first_has_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, (anna, bert, cor) = cafe(session, "Anna", "Bert", "Cor", now=now)
        soon = session.get_one(Event, event_id).starts_at - 3 * HOUR
        sign_ups.cancel(session, anna, by=COORDINATOR, now=soon)
        again = waiting_list.tend(session, soon)
        offers.accept(session, cor, by=PARENT, now=soon)

        assert (again, kinds(session, bert), kinds(session, cor)) == (
            0,
            ["waiting", "told"],
            ["waiting", "told", "accepted"],
        )
        with pytest.raises(Refused, match=r"signup\.just_taken"):
            offers.accept(session, bert, by=PARENT, now=soon)


def test_when_the_last_hours_begin_who_was_passed_over_hears_of_the_seats(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, _seated = cafe(session, "Anna", "Bert", now=now, seats=3)
        pair = make.signed_up(session, event_id, "Twee", people=2, now=now)
        one = make.signed_up(session, event_id, "Een", now=now)
        soon = session.get_one(Event, event_id).starts_at - 12 * HOUR

        assert waiting_list.tend(session, soon - HOUR) == 0
        assert waiting_list.tend(session, soon) == 1
        assert (kinds(session, pair), kinds(session, one)) == (["waiting"], ["waiting", "told"])


def test_a_parent_may_come_back_on_giving_up_for_a_while(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _event, (anna, bert) = cafe(session, "Anna", "Bert", now=now)
        sign_ups.cancel(session, anna, by=PARENT, now=now)
        assert state(session, bert) is SignUpState.WAITING
        sign_ups.undo(session, anna, by=PARENT, now=now + timedelta(minutes=14))
        assert state(session, anna) is SignUpState.CONFIRMED

        sign_ups.cancel(session, anna, by=PARENT, now=now)
        waiting_list.tend(session, now + sign_ups.UNDO)
        assert state(session, bert) is SignUpState.OFFERED
        with pytest.raises(Refused, match=r"signup\.undo_too_late"):
            sign_ups.undo(session, anna, by=PARENT, now=now + sign_ups.UNDO)


def test_coming_with_fewer_can_be_undone_too(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, _nobody = cafe(session, now=now, seats=3)
        anna = make.signed_up(session, event_id, "Anna", people=3, now=now)
        bert = make.signed_up(session, event_id, "Bert", now=now)
        sign_ups.change_party(session, anna, 1, by=PARENT, now=now)
        kept = state(session, bert)
        sign_ups.undo(session, anna, by=PARENT, now=now)

        assert (kept, session.get_one(SignUp, anna).party) == (SignUpState.WAITING, 3)
