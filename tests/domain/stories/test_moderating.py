"""What a moderator may do with a story, and nobody else."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.actors import Actor, Role
from domain.stories import moderating, quoting
from store.database import Database
from store.door_states import Consent, StoryState
from store.models import JournalLine, Story
from store.queries.stories import story_queue
from tests.domain.stories.deciding import ACTS, refusal
from tests.stories import MODERATOR, decision, released, told


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MODERATOR])
@pytest.mark.parametrize("act", ACTS)
def test_no_other_role_decides(sqlite: Database, now: datetime, act: str, role: Role) -> None:
    with sqlite.writing() as session:
        number, by = told(session), Actor(name="x", roles=frozenset({role}), account_id=3)

        assert refusal(lambda: ACTS[act](session, number, by, now)) == ("not_allowed", None)


def test_what_is_released_is_what_the_moderator_made_of_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = told(session, "Juf Ans van De Wilg luisterde.")
        wanted = decision(words=" De juf luisterde. ", title="  Gehoord  ", themes=("heard", "invented"))
        moderating.release(session, number, wanted, seen=1, by=MODERATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Story, number)
        assert (row.state, row.released, row.title) == (StoryState.RELEASED, "De juf luisterde.", "Gehoord")
        assert [(one.theme, one.confirmed_by) for one in row.themes] == [("heard", "account:9")]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"words": "  "}, ("story.text_needed", "words")),
        ({"title": ""}, ("story.title_needed", "title")),
        ({"nobody_known": False}, ("story.tick_needed", "nobody_known")),
    ],
)
def test_what_must_be_there_before_others_read_it(
    sqlite: Database, now: datetime, facts: dict[str, object], reason: tuple[str, str]
) -> None:
    with sqlite.writing() as session:
        number = told(session)

        found = refusal(lambda: moderating.release(session, number, decision(**facts), seen=1, by=MODERATOR, now=now))

    assert found == reason


def test_of_a_story_that_is_only_counted_no_word_is_let_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, consent=Consent.COUNT)
        moderating.release(session, number, decision(nobody_known=False), seen=1, by=MODERATOR, now=now)

        row = session.get_one(Story, number)
        assert (row.state, row.released, row.title) == (StoryState.RELEASED, None, None)


def test_the_second_who_saves_hears_it(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)
        moderating.release(session, number, decision(), seen=1, by=MODERATOR, now=now)

        assert refusal(lambda: ACTS["keep back"](session, number, MODERATOR, now)) == ("story.changed_meanwhile", None)


def test_what_is_decided_must_be_taken_back_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)

        found = refusal(lambda: moderating.release(session, number, decision(), seen=2, by=MODERATOR, now=now))

    assert found == ("story.not_waiting", None)


def test_keeping_back_needs_a_reason_of_the_list(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session)

        found = refusal(lambda: moderating.keep_back(session, number, "mood", seen=1, by=MODERATOR, now=now))

    assert found == ("story.reason_needed", "reason")


def test_taking_back_takes_the_quotes_along_and_leaves_the_work(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)
        quoting.pick(session, number, [1], public=True, by=MODERATOR, now=now)
        moderating.take_back(session, number, by=MODERATOR, now=now)
        moderating.take_back(session, number, by=MODERATOR, now=now)

    with sqlite.reading() as session:
        one = story_queue.one(session, number)
        assert one is not None
        assert (one.state, one.quotes, one.title, one.themes) == (
            StoryState.WAITING, (), "De wachtlijst", ("waiting",),
        )  # fmt: skip


def test_the_journal_never_says_which_story(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)
        quoting.pick(session, number, [1], public=True, by=MODERATOR, now=now)
        moderating.take_back(session, number, by=MODERATOR, now=now)

    with sqlite.reading() as session:
        lines = [one for one in session.scalars(select(JournalLine)) if one.kind.startswith("story.")]
        assert [(one.kind, one.subject_id) for one in lines] == [
            ("story.released", 0), ("story.quoted", 0), ("story.taken_back", 0),
        ]  # fmt: skip


def test_danger_comes_first_then_the_oldest(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        new, old = told(session), told(session, told_on=now.date().replace(month=9))
        urgent = told(session, is_urgent=True)

        assert [one.number for one in story_queue.queue(session, StoryState.WAITING, most=9)[0]] == [urgent, old, new]
