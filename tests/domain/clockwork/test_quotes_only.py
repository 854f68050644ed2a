"""Of a story of which sentences may be read only these stay, when nothing needs the rest of it any more."""

from datetime import date, datetime, timedelta

from domain.clockwork import tidying
from domain.stories import publishing, quoting
from store.database import Database
from store.door_states import Consent
from store.models import Story
from tests import stories
from tests.stories import MODERATOR

TOLD_ON = date(2026, 3, 9)
AFTER = timedelta(days=400)  # the year was published, and what was sent is kept no longer


def kept(
    database: Database, now: datetime, consent: Consent, *, published: bool = True, later: timedelta = AFTER
) -> tuple[bool, bool, int]:
    """Whether the text that may be read, and its title, are there after tidying up, and how many quotes."""
    with database.writing() as session:
        number = stories.released(session, consent=consent, told_on=TOLD_ON)
        quoting.pick(session, number, [1], public=False, by=MODERATOR, now=now)
        if published:
            publishing.publish(session, now=now)
    with database.writing() as session:
        while tidying.tidy(session, now + later):
            pass
    with database.reading() as session:
        row = session.get_one(Story, number)
        return row.released is not None, row.title is not None, len(row.quotes)


def test_of_a_story_that_may_be_quoted_only_the_quotes_stay(database: Database, now: datetime) -> None:
    assert kept(database, now, Consent.QUOTE) == (False, False, 1)


def test_a_story_that_everybody_may_read_stays(sqlite: Database, now: datetime) -> None:
    assert kept(sqlite, now, Consent.PUBLISH) == (True, True, 1)


def test_until_its_year_is_published_the_words_of_the_year_need_it(sqlite: Database, now: datetime) -> None:
    assert kept(sqlite, now, Consent.QUOTE, published=False) == (True, True, 1)


def test_as_long_as_what_was_sent_is_kept_a_moderator_may_choose_more(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = stories.released(session, consent=Consent.QUOTE, told_on=TOLD_ON)
        publishing.publish(session, now=now)
        session.get_one(Story, number).told_until = now.date() + timedelta(days=1)
        tidying.tidy(session, now)

    with sqlite.reading() as session:
        assert session.get_one(Story, number).released == stories.WORDS
