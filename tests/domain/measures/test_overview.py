"""What is read from the database for the numbers of a period."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.actors import PARENT
from domain.buddying import buddies, rest
from domain.care import matches, standing
from domain.matchmaking import agreement, proposals
from domain.measures import overview as measures
from domain.measures import period
from domain.measures.overview import Overview
from domain.measures.period import Period
from store.database import Database
from store.models import Helpfulness
from store.queries.buddying.measures import helped
from store.sessions import Session
from tests import appointed, make
from tests.counting import counted
from trends.shares import Share

DAY = timedelta(days=1)
YEAR = period.of_year(2026)
QUERIES = 17


def seen(database: Database, now: datetime, when: Period = YEAR) -> Overview:
    with database.reading() as session:
        return measures.overview(session, when, now=now)


def matched(session: Session, number: int, *, now: datetime) -> int:
    return make.match(session, now=now, email=f"buddy{number}@example.nl")


def said_no(session: Session, reason: str | None, *, now: datetime) -> None:
    buddy_id = make.buddy(session, now=now, email=f"no{reason}@example.nl")
    request_id = make.request(session, now=now, email=f"parent{reason}@example.nl")
    proposal_id = make.proposal(session, request_id, buddy_id, now=now)
    proposals.decline(session, proposal_id, reason, by=make.buddy_actor(buddy_id), now=now)


def test_a_match_is_followed_from_the_yes_to_the_first_contact_and_the_end(database: Database, now: datetime) -> None:
    began = now - 60 * DAY
    with database.writing() as session:
        match_id = matched(session, 1, now=began)
        for days in (1, 9, 30, 58):
            matches.log_contact(session, match_id, by=make.COORDINATOR, now=began + days * DAY)
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=began + 59 * DAY)

    found = seen(database, now)

    assert (found.matches, found.first_contact.within, found.first_contact.curve.median) == (1, Share(1, 1), 24)
    assert (found.talks.enough, found.talks.matches[3], found.length.median) == (Share(0, 1), 1, 59)
    assert (found.ends, found.stalled) == ({"agreed": 1}, ())


def test_another_school_year_has_its_own_numbers(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        matched(session, 1, now=now - 200 * DAY)
        matched(session, 2, now=now - 10 * DAY)

    with sqlite.reading() as session:
        years = period.years(session, today=now.date())
    every = period.everything(years, today=now.date())
    found = [seen(sqlite, now, when).matches for when in (*map(period.of_year, years), every)]

    assert (years, found) == ((2026, 2025), [1, 1, 2])


def test_answers_and_reasons_are_those_of_the_proposals_of_the_period(database: Database, now: datetime) -> None:
    with database.writing() as session:
        said_no(session, "no_time", now=now - 3 * DAY)
        said_no(session, None, now=now - 3 * DAY)
        said_no(session, "rest", now=now - 300 * DAY)
        matched(session, 1, now=now - 2 * DAY)

    found = seen(database, now)

    assert (found.buddies.accepted, found.buddies.reasons) == (Share(1, 3), {"no_time": 1, "": 1})
    assert found.parents.accepted == Share(1, 1)


def test_the_no_of_a_parent_is_not_one_of_the_buddy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        agreement.decline_for_parent(session, proposal_id, "contact", by=PARENT, now=now)

    found = seen(database, now + DAY)

    assert (found.buddies.yes, found.buddies.no, found.parents.reasons) == (1, 0, {"contact": 1})


def test_a_pause_and_a_rest_make_the_fair_share_of_a_buddy_smaller(database: Database, now: datetime) -> None:
    with database.writing() as session:
        always, paused, rested = (
            make.buddy(session, now=now - 400 * DAY, email=f"{name}@example.nl") for name in "abc"
        )
        buddies.pause(session, paused, by=make.COORDINATOR, now=now - 40 * DAY)
        buddies.resume(session, paused, by=make.COORDINATOR, now=now - 10 * DAY)
        rest.rest(session, rested, (now - 20 * DAY).date(), by=make.COORDINATOR, now=now - 30 * DAY)
        proposal_id = make.proposal(session, make.request(session, now=now - DAY), always, now=now - DAY)
        proposals.decline(session, proposal_id, None, by=make.buddy_actor(always), now=now - DAY)

    days = (now.date() - YEAR.since).days + 1
    found = {one.buddy_id: round(one.expected, 4) for one in seen(database, now).turns}

    room = 3 * days - 30 - 10
    assert found == {
        always: round(days / room, 4),
        paused: round((days - 30) / room, 4),
        rested: round((days - 10) / room, 4),
    }


def test_who_is_silent_is_the_same_as_on_the_list_of_matches(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        silent, plans_to_talk = matched(session, 1, now=now - 40 * DAY), matched(session, 2, now=now - 40 * DAY)
        for match_id in (silent, plans_to_talk):
            matches.log_contact(session, match_id, by=make.COORDINATOR, now=now - 30 * DAY)
    appointed.planned(sqlite, plans_to_talk, now + DAY, now=now)

    with sqlite.reading() as session:
        listed = [one.match.id for one in standing.of_running(session, now=now) if one.silent]
    assert [one.match.id for one in seen(sqlite, now).stalled] == listed == [silent]


def test_a_match_where_nobody_spoke_stands_in_the_list(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = matched(session, 1, now=now - 8 * DAY)

    found = seen(sqlite, now)

    assert [one.match.id for one in found.stalled] == [match_id]
    assert found.load.people == (0, 1)


def test_answers_at_the_start_and_the_end_are_found_by_the_day_of_the_last(database: Database, now: datetime) -> None:
    today = now.date()
    answers: list[Mapping[str, int]] = [{"next_step": 2}, {"next_step": 4}]
    with database.writing() as session:
        twice, once = matched(session, 1, now=now - 60 * DAY), matched(session, 2, now=now - 50 * DAY)
        for match_id, at_end, day in ((twice, False, 60), (twice, True, 1), (once, False, 50)):
            given = dict(answers[at_end])
            session.add(Helpfulness(match_id=match_id, at_end=at_end, answers=given, given_on=today - day * DAY))

    with database.reading() as session:
        found = [helped(session, today - days * DAY, today) for days in (2, 0)]

    assert [[(one.first, one.last) for one in rows] for rows in found] == [[tuple(answers)], []]


def test_thirty_matches_ask_no_more_of_the_database_than_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        matched(session, 1, now=now - DAY)
    one = counted(sqlite, lambda session: measures.overview(session, YEAR, now=now))
    with sqlite.writing() as session:
        for number in range(2, 32):
            matched(session, number, now=now - DAY)

    assert (one, counted(sqlite, lambda session: measures.overview(session, YEAR, now=now))) == (QUERIES, QUERIES)
