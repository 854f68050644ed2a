"""Telling a story: what was chosen is checked, what was written is kept as it came, nobody is told who it was."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import by_day, codes, crisis, forms, journal, time_limits
from domain.actors import PARENT
from domain.local_time import wall
from domain.refused import Refused
from domain.stories import consent_texts
from domain.stories.wording import KEPT_LIMIT, acceptable
from store.door_states import Audience, Consent, SecondReading, StoryState
from store.models import Story, Topic
from store.once import kept_once
from trends.periods import month_of

MOST_TOPICS = 3
WHOLE = 100
LISTS = ("listened", "helped", "missing")


@dataclass(frozen=True)
class Triangle:
    """How much of it lay at school, at home and with help; together 100."""

    school: int
    home: int
    help: int


@dataclass(frozen=True)
class Telling:
    """A story with what the teller says it means. But for the words and the consent all may be left open.

    Lists and choices are keys of terms (`story_feeling` and so on); `say` is from 0, none at all, to 100.
    """

    words: str
    consent: Consent
    audience: Audience = Audience.PARENTS
    language: str = "nl"
    feeling: str | None = None
    listened: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    say: int | None = None
    triangle: Triangle | None = None
    topics: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None


def tell(session: Session, telling: Telling, code: str, *, now: datetime, anew: bool = False) -> int:
    """Keep a story that `code` deletes, and give its number. The same code is the same story, as said last.

    Other words for it are taken only when its teller says so, `anew`, and nobody decided on the first ones yet.
    Nothing of it is written in the journal now: the moment would be a trace (`noting`). Only where words of danger are
    in it somebody must know at once, and that there was such a story is written down. Raises `Refused`.
    """
    key = codes.index(session, code)
    known, words = _told_before(session, key), acceptable(telling.words, KEPT_LIMIT)
    if known is not None:
        return _say_again(session, known, telling, words, anew=anew, now=now)
    today = wall(now)[0]
    row = Story(id=codes.number(), code_index=key, told=words, told_on=today, month=month_of(today))
    row.told_until = today + time_limits.load(session).story_told
    row.audience, row.language = telling.audience, telling.language
    row.is_urgent = crisis.speaks_of_danger(session, words)
    _write_consent(row, telling.consent)
    _write_meaning(session, row, telling)
    known = kept_once(session, row, partial(_told_before, session, key))
    if known is not None:
        return _say_again(session, known, telling, words, anew=anew, now=now)
    if row.is_urgent:
        _alert(session, now)
    return row.id


def _alert(session: Session, now: datetime) -> None:
    journal.record(session, "story.urgent", ("story", 0), by=PARENT, now=by_day.start_of_day(now))


def _told_before(session: Session, key: bytes) -> Story | None:
    return session.scalars(select(Story).where(Story.code_index == key).with_for_update()).one_or_none()


def is_told(session: Session, code: str) -> bool:
    """Whether there is a story of this code already."""
    return session.scalar(select(Story.id).where(Story.code_index == codes.index(session, code))) is not None


def _say_again(session: Session, row: Story, telling: Telling, words: str, *, anew: bool, now: datetime) -> int:
    """Somebody went back after sending and chose otherwise. Once others may read it, only the code takes it back."""
    if row.told != words and (row.told is not None or row.state is StoryState.WAITING):
        _say_otherwise(session, row, words, anew=anew, now=now)
    if row.state is StoryState.WAITING:
        _write_consent(row, telling.consent)
        _write_meaning(session, row, telling)
        row.revision += 1
    elif row.consent is not telling.consent:
        raise Refused("story.decided", field="consent")
    return row.id


def _say_otherwise(session: Session, row: Story, words: str, *, anew: bool, now: datetime) -> None:
    """Other words in the place of those that nobody looked at yet: what was found in the first ones goes with them."""
    if row.state is not StoryState.WAITING or row.told is None or row.released is not None:
        raise Refused("story.read_already")
    if not anew:
        raise Refused("story.sent_already")
    row.told, row.findings, row.second_reading = words, [], SecondReading.WAITING
    if not row.is_urgent and crisis.speaks_of_danger(session, words):
        row.is_urgent = True
        _alert(session, now)


def _write_consent(row: Story, consent: Consent) -> None:
    row.consent, row.consent_text = consent, consent_texts.version(row.audience)


def _write_meaning(session: Session, row: Story, telling: Telling) -> None:
    """What was chosen, as far as it can be chosen: a choice that staff switched off meanwhile is left out."""
    row.feeling = _one(session, "story_feeling", telling.feeling)
    for name in LISTS:
        setattr(row, name, _some(session, f"story_{name}", getattr(telling, name)))
    row.sector = _one(session, "sector", telling.sector)
    row.role = _one(session, f"story_role_{telling.audience}", telling.role)
    row.say = telling.say if telling.say is None or 0 <= telling.say <= WHOLE else None
    offered = [one.key for one in forms.topics(session)]
    chosen = [code for code in dict.fromkeys(telling.topics) if code in offered]
    if len(chosen) > MOST_TOPICS:
        raise Refused("story.too_many_topics", field="topics", most=MOST_TOPICS)
    row.topics = list(session.scalars(select(Topic).where(Topic.code.in_(chosen))))
    row.at_school, row.at_home, row.by_help = _parts(telling.triangle)


def _parts(triangle: Triangle | None) -> tuple[int, int, int] | tuple[None, None, None]:
    parts = (triangle.school, triangle.home, triangle.help) if triangle else (-1, -1, -1)
    return parts if min(parts) >= 0 and sum(parts) == WHOLE else (None, None, None)


def _one(session: Session, terms: str, wanted: str | None) -> str | None:
    return wanted if wanted in forms.labels(forms.terms(session, terms)) else None


def _some(session: Session, terms: str, wanted: tuple[str, ...]) -> list[str]:
    return [key for key in forms.labels(forms.terms(session, terms)) if key in wanted]
