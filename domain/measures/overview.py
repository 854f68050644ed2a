"""Everything there is to say about matching in a period, in one picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain import catalogue, time_limits
from domain.care import standing
from domain.local_time import wall
from domain.measures import answers, helpfulness, matches, turns
from domain.measures.answers import Answers
from domain.measures.matches import FirstContact, Talks
from domain.measures.open_days import absences
from domain.measures.period import Period
from domain.measures.stalled import Stalled, stalled
from domain.measures.turns import BuddyTurn
from store.queries.buddying import measures
from trends.load import Spread
from trends.paired import Paired
from trends.time_until import Curve


@dataclass(frozen=True)
class Overview:
    """`hours` is the promise of a first contact, `helped` has the change by question in words.

    `load` and `stalled` are as of now, whatever the period.
    """

    period: Period
    hours: int
    matches: int
    first_contact: FirstContact
    talks: Talks
    length: Curve
    ends: Mapping[str, int]
    buddies: Answers
    parents: Answers
    helped: Mapping[str, Paired | None]
    load: Spread
    turns: tuple[BuddyTurn, ...]
    stalled: tuple[Stalled, ...]
    silence: timedelta


def overview(session: Session, period: Period, *, now: datetime) -> Overview:
    """Matches count in the period in which they began, proposals in which they were sent, ends in which they came."""
    moments, today = period.moments, wall(now)[0]
    courses = measures.courses(session, *moments)
    asked, helpers = measures.proposals(session, *moments), measures.helpers(session)
    limits = time_limits.load(session)
    hours = limits.first_contact // timedelta(hours=1)
    return Overview(
        period=period,
        hours=hours,
        matches=len(courses),
        first_contact=matches.first_contact(courses, hours, now),
        talks=matches.talks(courses, measures.contacts(session, *moments), now),
        length=matches.length(courses, now),
        ends=measures.ends(session, *moments),
        buddies=answers.of_buddies(asked),
        parents=answers.of_parents(asked),
        helped=helpfulness.by_question(measures.helped(session, period.since, period.until), _questions(session)),
        load=turns.spread_now(helpers),
        turns=turns.turns(helpers, asked, absences(measures.steps_back(session), today), period, today),
        stalled=stalled(standing.of_running(session, now=now), now),
        silence=limits.silence,
    )


def _questions(session: Session) -> dict[str, str]:
    """The three questions to parents by key, those switched off too: old answers keep their words."""
    return {one.key: one.label for one in catalogue.entries(session, "helpfulness", all_of_them=True)}
