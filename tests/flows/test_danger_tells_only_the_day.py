"""Words of danger are told at once, and nothing that stays behind tells more than the day: with controls."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from domain import codes, journal
from domain.actors import CLOCK, PARENT, Role
from domain.clockwork import lease
from domain.local_time import wall
from domain.stories import telling
from domain.stories.telling import Telling
from mail.post import Envelope, Fate, NoPostman, Outcome, Postman
from scheduler.jobs import Context, continuous
from scheduler.work import Continuous, Leader
from store.database import Database
from store.door_states import Consent
from store.models import AutomationRun, JobPulse, JournalLine, Letter
from store.queries import journal as lines
from store.queries import letters
from store.states import LetterState
from tests import make, tracing
from tests.domain.inquiring.asked import asked
from tests.make import LETTERHEAD

THEN = datetime(2026, 11, 24, 21, 17, 43, tzinfo=UTC)
EARLIER = datetime(2026, 11, 12, 8, 31, 6, tzinfo=UTC)
DANGER = "Ik wil niet meer leven."


@dataclass
class Answering:
    """A mail server that gives the same answer to everything, and keeps what it was given."""

    fate: Fate
    given: list[Envelope]

    def post(self, envelope: Envelope, *, now: datetime) -> Outcome:
        self.given.append(envelope)
        return Outcome(self.fate)


def at_work(database: Database, now: datetime, postman: Postman) -> None:
    """The clock does what follows and posts it, as it does every second."""
    with database.writing() as session:
        leader = Leader(database, lambda: now, lease.take(session, "one", now) or 0)
    for key, work in continuous(Context(LETTERHEAD.public_url, "punt@example.nl", postman)).items():
        if key != "own_calendars":
            Continuous(key, work).beat(leader)


def lived_before(database: Database) -> None:
    """Some days with lines, runs and letters of their own, and the people who hear of danger."""
    with database.writing() as session:
        for role in (Role.COORDINATOR, Role.MODERATOR):
            make.account(session, role, now=EARLIER, name=f"Een {role}")
        make.signed_up(session, make.cafe(session, now=EARLIER), now=EARLIER)
    at_work(database, EARLIER + timedelta(days=1), NoPostman())
    with database.writing() as session:
        session.query(JobPulse).delete()


def in_danger(database: Database) -> None:
    with database.writing() as session:
        asked(session, DANGER, now=THEN)
        telling.tell(session, Telling(DANGER, Consent.COUNT), codes.make(), now=THEN)


def moments(database: Database) -> list[str]:
    """Where the second or the minute of then is, or that of a few minutes after; that the clock ticks tells nothing."""
    found = {one for minutes in (0, 1, 2, 3) for one in tracing.moments_of(database, THEN + timedelta(minutes=minutes))}
    return sorted(found - {"lease.held_until", "job_pulse.ran_at"})


@pytest.mark.parametrize("fate", [Fate.ACCEPTED, Fate.REFUSED, Fate.NO_SERVER])
def test_nothing_of_an_alert_tells_more_than_the_day(database: Database, fate: Fate) -> None:
    lived_before(database)
    given: list[Envelope] = []

    in_danger(database)
    at_work(database, THEN + timedelta(minutes=1), Answering(fate, given))
    at_work(database, THEN + timedelta(minutes=2), Answering(fate, given))

    assert len(given) >= 3
    assert moments(database) == []


def test_it_goes_at_once(sqlite: Database) -> None:
    lived_before(sqlite)
    given: list[Envelope] = []

    in_danger(sqlite)
    at_work(sqlite, THEN, Answering(Fate.ACCEPTED, given))

    assert sorted(one.recipient for one in given) == ["Een coordinator", "Een coordinator", "Een moderator"]


def test_while_the_mail_server_can_not_be_reached_it_is_tried_again(sqlite: Database) -> None:
    lived_before(sqlite)
    given: list[Envelope] = []

    in_danger(sqlite)
    at_work(sqlite, THEN, Answering(Fate.LATER, []))
    at_work(sqlite, THEN + timedelta(minutes=3), Answering(Fate.ACCEPTED, given))

    assert len(given) == 3
    assert moments(sqlite) == []


def test_the_numbers_tell_no_order(database: Database) -> None:
    """Between two lines with a time a number that counts on would tell the time too."""
    lived_before(database)

    in_danger(database)
    at_work(database, THEN, Answering(Fate.ACCEPTED, []))

    with database.reading() as session:
        line = select(JournalLine.id).where(JournalLine.kind.in_(("inquiries.urgent", "story.urgent")))
        numbers = [
            *session.scalars(line),
            *session.scalars(select(AutomationRun.id).where(AutomationRun.journal_id.in_(line))),
            *session.scalars(select(Letter.id).where(Letter.kind.in_(("inquiries_urgent", "story_urgent")))),
        ]
    assert (len(numbers), [one for one in numbers if one > 0]) == (7, [])


def test_the_next_line_and_letter_are_numbered_on(database: Database) -> None:
    lived_before(database)
    with database.reading() as session:
        last = max(session.scalars(select(JournalLine.id)))
    in_danger(database)

    with database.writing() as session:
        journal.record(session, "letter.called", ("letter", 1), by=CLOCK, now=THEN)

    with database.reading() as session:
        assert max(session.scalars(select(JournalLine.id))) == last + 1


def test_the_first_line_of_all_has_the_first_number(sqlite: Database) -> None:
    """Else SQLite would go on counting below zero."""
    with sqlite.writing() as session:
        session.query(JournalLine).delete()
    in_danger(sqlite)

    with sqlite.reading() as session:
        numbers = sorted(session.scalars(select(JournalLine.id)))
    assert (numbers[-1], numbers[0] < 0) == (1, True)


def test_staff_find_it_among_the_others_of_its_day(sqlite: Database) -> None:
    lived_before(sqlite)
    in_danger(sqlite)
    at_work(sqlite, THEN, Answering(Fate.ACCEPTED, []))
    with sqlite.writing() as session:
        for number in range(lines.PAGE):
            journal.record(session, "letter.called", ("letter", number), by=PARENT, now=EARLIER + timedelta(days=2))

    with sqlite.reading() as session:
        first = lines.listed(session)
        second = lines.listed(session, before=first[-1].id)
        posted = letters.listed(session, states=(LetterState.SENT,))
    assert [one.kind for one in first].count("story.urgent") == 1
    assert [one.kind for one in second].count("story.urgent") == 0
    assert {wall(one.sent_at) for one in posted if one.sent_at} == {(THEN.date(), time())}


def test_what_happens_with_a_name_still_has_its_moment(sqlite: Database) -> None:
    """The control: the same search finds what is written down by the second."""
    lived_before(sqlite)

    with sqlite.writing() as session:
        journal.record(session, "inquiry.asked", ("inquiry", 1), by=PARENT, now=THEN)

    assert moments(sqlite) == ["journal_line.at"]
