"""What a moderator may do with a story of which the text was erased."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.stories import moderating, quoting
from store.database import Database
from store.door_states import Consent, StoryState
from store.models import Story, StoryTheme
from store.queries.stories import story_queue
from tests.domain.stories.deciding import ACTS, refusal
from tests.stories import MODERATOR, decision, erased, released, told


@pytest.mark.parametrize("consent", [Consent.QUOTE, Consent.COUNT])
def test_of_a_released_story_whose_text_was_erased_only_the_quotes_go(
    database: Database, now: datetime, consent: Consent
) -> None:
    with database.writing() as session:
        number = released(session, consent=consent)
        if consent is Consent.QUOTE:
            quoting.pick(session, number, [1], public=False, by=MODERATOR, now=now)
        erased(session, number)
        for _again in range(2):
            moderating.take_back(session, number, by=MODERATOR, now=now)

    with database.reading() as session:
        one = story_queue.one(session, number)
        waiting = story_queue.queue(session, StoryState.WAITING, most=9)
        assert one is not None
        assert (one.state, one.quotes, one.themes, waiting) == (StoryState.RELEASED, (), ("waiting",), ((), 0))


def test_a_story_kept_back_stays_so_once_its_text_was_erased(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)
        moderating.keep_back(session, number, "no_story", seen=1, by=MODERATOR, now=now)
        erased(session, number)
        moderating.take_back(session, number, by=MODERATOR, now=now)

        row = session.get_one(Story, number)
        assert (row.state, row.kept_back_for) == (StoryState.KEPT_BACK, "no_story")


def test_a_story_taken_back_while_others_may_read_its_text_waits_with_that_text(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        number = released(session)
        session.get_one(Story, number).told = None
        moderating.take_back(session, number, by=MODERATOR, now=now)

        row = session.get_one(Story, number)
        assert (row.state, row.released is None) == (StoryState.WAITING, False)


def test_nobody_writes_a_story_for_its_teller_once_the_text_was_erased(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = erased(session, told(session))

        found = refusal(lambda: ACTS["release"](session, number, MODERATOR, now))

    assert found == ("story.text_erased", None)


def test_a_story_whose_text_was_erased_before_anybody_decided_can_be_counted(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = erased(session, told(session))
        wanted = decision(words="", title="", nobody_known=False)
        moderating.release(session, number, wanted, seen=1, by=MODERATOR, now=now)

        row = session.get_one(Story, number)
        assert (row.state, row.released, row.title) == (StoryState.RELEASED, None, None)


def test_a_story_that_its_teller_deleted_is_gone_for_the_moderator_too(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)
        session.delete(session.get_one(Story, number))
        session.flush()

        assert session.scalars(select(StoryTheme)).all() == []
        assert refusal(lambda: ACTS["take back"](session, number, MODERATOR, now)) == ("story.gone", None)
