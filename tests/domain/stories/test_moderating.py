"""What a moderator may do with a story, and nobody else."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.refused import Refused
from domain.stories import moderating, quoting
from store.database import Database
from store.door_states import Consent, StoryState
from store.models import JournalLine, Story, StoryTheme
from store.queries import story_queue
from tests.stories import MODERATOR, decision, erased, released, told

Act = Callable[[Session, int, Actor, datetime], None]
ACTS: dict[str, Act] = {
    "release": lambda session, number, by, now: moderating.release(session, number, decision(), seen=1, by=by, now=now),
    "keep back": lambda session, number, by, now: moderating.keep_back(
        session, number, "no_story", seen=1, by=by, now=now
    ),
    "take back": lambda session, number, by, now: moderating.take_back(session, number, by=by, now=now),
    "pick": lambda session, number, by, now: quoting.pick(session, number, [0], public=False, by=by, now=now),
    "drop": lambda session, number, by, _now: quoting.drop(session, number, 1, by=by),
}


def refusal(act: Callable[[], None]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.key, refused.value.field


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


def test_a_story_that_its_teller_deleted_is_gone_for_the_moderator_too(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session)
        session.delete(session.get_one(Story, number))
        session.flush()

        assert session.scalars(select(StoryTheme)).all() == []
        assert refusal(lambda: ACTS["take back"](session, number, MODERATOR, now)) == ("story.gone", None)


def test_danger_comes_first_then_the_oldest(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        new, old = told(session), told(session, told_on=now.date().replace(month=9))
        urgent = told(session, is_urgent=True)

        assert [one.number for one in story_queue.queue(session, StoryState.WAITING, most=9)[0]] == [urgent, old, new]
