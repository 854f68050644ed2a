"""Who reads stories hears that there is one, and never what is in it."""

from datetime import datetime, timedelta

from sqlalchemy import select

from automations.run import run
from domain.actors import Role
from domain.stories import noting, telling
from domain.stories.telling import Telling
from store.database import Database
from store.door_states import Consent
from store.models import Letter
from tests import make

WORDS = "De juf keek niet op of om."
DANGER = "Ik wil niet meer leven."


def told(database: Database, words: str, code: str, *, now: datetime) -> None:
    with database.writing() as session:
        telling.tell(session, Telling(words, Consent.COUNT), code, now=now)


def letters(database: Database, *, now: datetime) -> list[tuple[str, str]]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        found = session.scalars(select(Letter).order_by(Letter.id)).all()
        assert not [one for one in found if WORDS in (one.body or "") or DANGER in (one.body or "")]
        return sorted((one.kind, one.recipient or "") for one in found if one.kind.startswith("stor"))


def staff(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for role, name in ((Role.MODERATOR, "Mo"), (Role.COORDINATOR, "Tess"), (Role.POLICY, "Bas")):
            make.account(session, role, now=now, name=name)


def test_once_a_day_the_reader_hears_that_there_is_a_story(sqlite: Database, now: datetime) -> None:
    staff(sqlite, now)
    found = []
    for day, code in enumerate(("aaaaa-aaaaa-aaaaa", "bbbbb-bbbbb-bbbbb")):
        then = now + timedelta(days=day)
        told(sqlite, WORDS, code, now=then - timedelta(days=1))
        with sqlite.writing() as session:
            noting.note(session, now=then)
        found.append(letters(sqlite, now=then))

    assert found == [[("stories_came_in", "Mo")], [("stories_came_in", "Mo")] * 2]


def test_of_danger_the_reader_and_the_coordinator_hear_at_once(sqlite: Database, now: datetime) -> None:
    staff(sqlite, now)

    told(sqlite, DANGER, "aaaaa-aaaaa-aaaaa", now=now)

    assert letters(sqlite, now=now) == [("story_urgent", "Mo"), ("story_urgent", "Tess")]
