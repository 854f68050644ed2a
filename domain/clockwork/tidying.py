"""Tidying up: what nobody needs any more goes away, a small part at a time so that others can write in between."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import CursorResult, Delete, Select, Update, delete, exists, or_, select, tuple_, update
from sqlalchemy.orm import Session

from domain.local_time import instant, wall
from store.door_states import Consent, StoryState
from store.models import (
    Attempt,
    CheckIn,
    Event,
    Feed,
    Feedback,
    JobRun,
    Letter,
    Link,
    MatchPlan,
    PreparedProposal,
    PublishedStories,
    Question,
    Request,
    SentForm,
    SignedIn,
    SignUp,
    Story,
    StoryFinding,
)
from store.states import LetterState, RequestState, RunState

PART = 500
KEEP_SIGN_UPS = timedelta(days=28)  # after the gathering; the page "wie ziet wat" promises four weeks
KEEP_ASKERS = timedelta(days=182)  # after a request ended; the page "wie ziet wat" promises half a year
KEEP_LETTERS = timedelta(days=30)
KEEP_LETTERS_FOR_STAFF = timedelta(days=90)  # what they still had to send, put right or pass on by phone
KEEP_REMARKS = timedelta(days=90)  # after they were made; the page with the questions promises it
KEEP_FEEDS = timedelta(days=30)  # a calendar program that still asks hears that the link has ended
KEEP_PLANS = timedelta(days=365)  # who got whom; how many stays
KEEP_SENT_FORMS = timedelta(days=90)  # a draft that waited in a browser for so long is sent by nobody
KEEP_RUNS = timedelta(days=90)
KEEP_IDLE_RUNS = timedelta(days=2)
CLOSED_LETTERS = (LetterState.SENT, LetterState.DROPPED)
FOR_STAFF = (LetterState.KEPT, LetterState.FAILED, LetterState.TO_CALL)
FINISHED = (RunState.DONE, RunState.FAILED, RunState.SKIPPED)


def tidy(session: Session, now: datetime) -> int:
    """Take away one part of what is too old; gives how many rows, and 0 when all is tidy.

    Of a letter that was sent long ago stays that it was sent, not to whom or what it said; of a gathering that was
    held stays how many came, not who; what people need to come in is gone the day after; of a request for a buddy that
    ended half a year ago stays what was asked.
    """
    for change in _changes(now):
        result = session.execute(change, execution_options={"synchronize_session": False})
        assert isinstance(result, CursorResult)
        if result.rowcount:
            return result.rowcount
    return 0


def _changes(now: datetime) -> Iterator[Delete | Update]:
    yield _delete(SignedIn, SignedIn.token_hash, SignedIn.expires_at <= now)
    yield _delete(Link, Link.token_hash, Link.expires_at <= now)
    yield _delete(Feed, Feed.token_hash, Feed.revoked_at <= now - KEEP_FEEDS)
    ended = select(Attempt.subject, Attempt.window).where(Attempt.window <= now.timestamp() // 60).limit(PART)
    yield delete(Attempt).where(tuple_(Attempt.subject, Attempt.window).in_(ended))
    yield _forget_access_needs(instant(wall(now)[0], time()))
    yield _forget_sign_ups(now - KEEP_SIGN_UPS)
    yield _forget_askers(now - KEEP_ASKERS)
    yield _forget_remarks(wall(now - KEEP_REMARKS)[0])
    yield _forget_what_was_added(now - KEEP_REMARKS)
    yield _forget_notes(wall(now)[0])
    yield from _forget_told(wall(now)[0])
    yield _keep_quotes_only()
    yield _delete(SentForm, SentForm.token, SentForm.sent_at < now - KEEP_SENT_FORMS)
    yield _empty_letters(CLOSED_LETTERS, now - KEEP_LETTERS)
    yield _empty_letters(FOR_STAFF, now - KEEP_LETTERS_FOR_STAFF)
    yield _empty_plans(now - KEEP_PLANS)
    no_longer_open = select(Request.id).where(Request.state != RequestState.OPEN)
    yield _delete(PreparedProposal, PreparedProposal.request_id, PreparedProposal.request_id.in_(no_longer_open))
    yield _delete(JobRun, JobRun.id, _old_runs(now))


def _delete(table: Any, key: Any, condition: Any) -> Delete:  # noqa: ANN401 - a table, its key, a condition on it
    part: Select[Any] = select(key).where(condition).limit(PART)
    return delete(table).where(key.in_(part))


def _forget_sign_ups(ended_before: datetime) -> Update:
    """How many came stays known, who they were does not."""
    old = select(SignUp.id).join(Event).where(Event.ends_at < ended_before, SignUp.name.is_not(None))
    nothing = dict.fromkeys(("name", "email", "phone", "contact_index", "answers"))
    return update(SignUp).where(SignUp.id.in_(old.limit(PART))).values(nothing)


def _forget_askers(ended_before: datetime) -> Update:
    """What was asked stays known, by whom does not: there was time for after-care, and to come back."""
    ended = (Request.state == RequestState.CLOSED) & (Request.changed_at < ended_before)
    old = select(Request.id).where(ended, Request.contact_index.is_not(None))
    nothing = dict.fromkeys(("name", "email", "phone", "contact_index"))
    return update(Request).where(Request.id.in_(old.limit(PART))).values(nothing)


def _forget_access_needs(today: datetime) -> Update:
    """What somebody needs to come in is of no use to anybody from the day after."""
    old = select(SignUp.id).join(Event).where(Event.ends_at < today, SignUp.access_needs.is_not(None))
    return update(SignUp).where(SignUp.id.in_(old.limit(PART))).values(access_needs=None)


def _forget_remarks(given_before: date) -> Update:
    """The answers stay, as numbers."""
    old = select(Feedback.id).where(Feedback.given_on < given_before, Feedback.remark.is_not(None))
    return update(Feedback).where(Feedback.id.in_(old.limit(PART))).values(remark=None)


def _forget_what_was_added(answered_before: datetime) -> Update:
    """How it went stays known, what a parent or buddy wrote beside it does not."""
    old = select(CheckIn.id).where(CheckIn.answered_at < answered_before, CheckIn.remark.is_not(None))
    return update(CheckIn).where(CheckIn.id.in_(old.limit(PART))).values(remark=None)


def _forget_notes(today: date) -> Update:
    """The question stays as it was counted; what a coordinator wrote beside it does not."""
    old = select(Question.id).where(Question.note_until <= today)
    return update(Question).where(Question.id.in_(old.limit(PART))).values(note=None, note_until=None)


def _forget_told(today: date) -> Iterator[Delete | Update]:
    """What others may read of a story stays; what was sent, what was found in it and what nobody may read, does not."""
    old = select(Story.id).where(Story.told_until <= today)
    yield _delete(StoryFinding, StoryFinding.id, StoryFinding.story_id.in_(old))
    unread = old.where(Story.state != StoryState.RELEASED).limit(PART)
    yield update(Story).where(Story.id.in_(unread)).values(told=None, told_until=None, released=None, title=None)
    yield update(Story).where(Story.id.in_(old.limit(PART))).values(told=None, told_until=None)


def _keep_quotes_only() -> Update:
    """Of a story of which sentences may be read: once its year is published nothing needs the others any more.

    As long as the text that was sent is kept, a moderator may still choose sentences.
    """
    year = (PublishedStories.period <= Story.month) & (Story.month < PublishedStories.period + PublishedStories.months)
    lets_sentences = (Story.state == StoryState.RELEASED) & (Story.consent == Consent.QUOTE)
    there = or_(Story.released.is_not(None), Story.title.is_not(None))
    old = select(Story.id).where(lets_sentences, there, Story.told_until.is_(None), exists().where(year))
    return update(Story).where(Story.id.in_(old.limit(PART))).values(released=None, title=None)


def _empty_letters(states: tuple[LetterState, ...], before: datetime) -> Update:
    old = select(Letter.id).where(Letter.state.in_(states), Letter.written_at < before, Letter.body.is_not(None))
    nothing = dict.fromkeys(("recipient", "address", "title", "body", "calendar"))
    return update(Letter).where(Letter.id.in_(old.limit(PART))).values(nothing)


def _empty_plans(before: datetime) -> Update:
    """How many got a buddy stays known."""
    old = select(MatchPlan.id).where(MatchPlan.made_at < before, MatchPlan.input.is_not(None))
    return update(MatchPlan).where(MatchPlan.id.in_(old.limit(PART))).values(input=None, result=None)


def _old_runs(now: datetime) -> Any:  # noqa: ANN401 - a condition
    # Only the periods of a job that comes every few minutes are named by a time.
    idle = JobRun.period.like("____-__-__T%") & (JobRun.rows == 0) & (JobRun.finished_at < now - KEEP_IDLE_RUNS)
    return JobRun.state.in_(FINISHED) & or_(JobRun.finished_at < now - KEEP_RUNS, idle)
