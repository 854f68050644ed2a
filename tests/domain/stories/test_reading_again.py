"""What a moderator is shown: what may give somebody away and still stands in a story."""

from datetime import datetime

from domain.stories.reading_again import read_again
from store.database import Database
from store.door_states import KnownNameKind
from store.models import KnownName, Story
from tests import stories

WORDS = "Ik sprak met Karim op De Zonnebloem. De kompas hielp."


def test_what_still_stands_in_a_story_is_noted_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = stories.told(session, WORDS)
        session.add(KnownName(kind=KnownNameKind.SCHOOL, name="De Kompas"))

    with database.writing() as session:
        read = [read_again(session, now) for _twice in range(2)]

    with database.reading() as session:
        found = [(WORDS[one.starts : one.ends], one.kind) for one in session.get_one(Story, number).findings]
    assert (read, found) == ([1, 0], [("Karim", "name"), ("De Zonnebloem", "school"), ("De kompas", "school")])
