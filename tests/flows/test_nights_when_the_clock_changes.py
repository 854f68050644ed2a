"""One gathering in or around each night on which the clock changes, seen through everything that leaves the house."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
import vobject

from automations.run import run
from domain.clockwork import timetable
from domain.clockwork.rhythms import Daily
from domain.gatherings import feeds
from domain.gatherings.feeds import Followed
from domain.taking_part import reminders
from i18n.dates import AMSTERDAM
from mail.calendar_file import feed
from store.database import Database
from store.models import Letter
from store.states import FeedKind
from tests import make
from tests.public.conftest import ADDRESS, site
from tests.public.visitor import Clock, Visitor

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def utc(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@dataclass(frozen=True)
class Night:
    """A gathering of two real hours, and how it must look: on the wall, and `offset` hours from UTC in calendars.

    What is written in UTC there, because its hour comes twice, has offset 0.
    """

    starts_at: datetime
    begin: str
    end: str
    offset: int
    day_before: datetime
    hours_before: datetime


NIGHTS = {
    "March, before the clock goes forward": Night(
        utc(2027, 3, 28, 0, 30), "01:30", "04:30", 1, utc(2027, 3, 26, 18, 45), utc(2027, 3, 27, 18, 45)
    ),
    "March, after it went forward": Night(
        utc(2027, 3, 28, 1, 30), "03:30", "05:30", 2, utc(2027, 3, 26, 18, 45), utc(2027, 3, 27, 18, 45)
    ),
    "March, the evening after: 23 hours are a day": Night(
        utc(2027, 3, 28, 17, 30), "19:30", "21:30", 2, utc(2027, 3, 27, 18, 30), utc(2027, 3, 28, 15, 30)
    ),
    "October 2026, the first 02:30": Night(
        utc(2026, 10, 25, 0, 30), "02:30", "03:30", 0, utc(2026, 10, 23, 17, 45), utc(2026, 10, 24, 17, 45)
    ),
    "October 2026, the second 02:30": Night(
        utc(2026, 10, 25, 1, 30), "02:30", "04:30", 0, utc(2026, 10, 23, 17, 45), utc(2026, 10, 24, 17, 45)
    ),
    "October 2026, the evening after: 25 hours are a day": Night(
        utc(2026, 10, 25, 18, 30), "19:30", "21:30", 1, utc(2026, 10, 24, 17, 30), utc(2026, 10, 25, 16, 30)
    ),
    "October 2026, the morning of the next day": Night(
        utc(2026, 10, 26, 8, 30), "09:30", "11:30", 1, utc(2026, 10, 25, 8, 30), utc(2026, 10, 25, 18, 45)
    ),
    "October 2027, the first 02:30": Night(
        utc(2027, 10, 31, 0, 30), "02:30", "03:30", 0, utc(2027, 10, 29, 17, 45), utc(2027, 10, 30, 17, 45)
    ),
    "October 2027, the second 02:30": Night(
        utc(2027, 10, 31, 1, 30), "02:30", "04:30", 0, utc(2027, 10, 29, 17, 45), utc(2027, 10, 30, 17, 45)
    ),
}
every_night = pytest.mark.parametrize("night", NIGHTS.values(), ids=NIGHTS)


def planned(database: Database, night: Night) -> tuple[int, datetime]:
    """The gathering, with one parent who signed up three weeks before, in the morning: `(event, then)`."""
    then = (night.starts_at - 21 * DAY).replace(hour=10, minute=0)
    with database.writing() as session:
        event_id = make.cafe(session, now=then, starts_at=night.starts_at)
        make.signed_up(session, event_id, now=then)
    return event_id, then


def offset(moment: datetime) -> int:
    return round((moment.utcoffset() or timedelta()) / timedelta(hours=1))


@every_night
def test_the_public_pages_show_the_clock_on_the_wall(sqlite: Database, night: Night) -> None:
    event_id, then = planned(sqlite, night)
    clock = Clock(then)
    visitor = Visitor(site(sqlite, clock).test_client(), clock)

    for page in ("/agenda", f"/cafe/{event_id}"):
        (data,) = visitor.data(page)
        assert f"{night.begin} tot {night.end}" in visitor.read(page).text
        assert datetime.fromisoformat(data["startDate"]) == night.starts_at
        assert datetime.fromisoformat(data["endDate"]) - night.starts_at == timedelta(hours=2)


@every_night
def test_the_letter_and_its_calendar_file_say_the_same_moment(sqlite: Database, night: Night) -> None:
    _event_id, then = planned(sqlite, night)
    run(sqlite, then, make.LETTERHEAD)

    with sqlite.reading() as session:
        (letter,) = session.query(Letter)
        body, file = letter.body or "", vobject.readOne(letter.calendar)
    start, end = file.vevent.dtstart.value, file.vevent.dtend.value
    assert f", {night.begin}–{night.end}\n" in body
    assert (start, end) == (night.starts_at, night.starts_at + timedelta(hours=2))
    assert offset(start) == night.offset


@every_night
def test_calendars_that_are_followed_hold_the_same_moment(sqlite: Database, night: Night) -> None:
    _event_id, then = planned(sqlite, night)
    clock = Clock(then)
    public = site(sqlite, clock).test_client().get("/agenda.ics").text
    with sqlite.reading() as session:
        entries = feeds.entries(session, Followed(FeedKind.COORDINATOR, None), public_url=ADDRESS, now=then)

    for text in (public, feed(entries, name="Agenda")):
        start = vobject.readOne(text).vevent.dtstart.value
        assert (start, offset(start)) == (night.starts_at, night.offset)


@every_night
def test_reminders_go_at_their_moment_and_not_a_minute_before(sqlite: Database, night: Night) -> None:
    planned(sqlite, night)

    written = []
    for moment in (night.day_before, night.hours_before):
        for at in (moment - MINUTE, moment, moment + MINUTE):
            with sqlite.writing() as session:
                written.append(reminders.remind(session, make.LETTERHEAD, at))

    with sqlite.reading() as session:
        kinds = [kind for (kind,) in session.query(Letter.kind).order_by(Letter.id)]
    assert (written, kinds) == ([0, 1, 0, 0, 1, 0], ["reminder_day", "reminder_hours"])


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2026, 10, 25), date(2027, 10, 31)])
def test_every_daily_job_of_the_timetable_comes_once_on_each_of_the_dates_around(sqlite: Database, night: date) -> None:
    with sqlite.reading() as session:
        daily = [one for one in timetable.load(session) if isinstance(one.rhythm, Daily)]
    midnight = datetime.combine(night - DAY, time(), tzinfo=AMSTERDAM) - MINUTE
    dates = [(night + days * DAY).isoformat() for days in (-1, 0, 1)]

    assert daily
    for job in daily:
        found = [due.period for due in job.rhythm.between(midnight, midnight + 4 * DAY)]
        assert [one for one in found if one in dates] == dates


@pytest.mark.parametrize("night", [date(2027, 3, 28), date(2026, 10, 25), date(2027, 10, 31)])
def test_a_job_in_the_night_itself_is_done_once_by_a_clock_that_looks_every_five_minutes(night: date) -> None:
    begin = datetime.combine(night, time(), tzinfo=AMSTERDAM).astimezone(UTC)
    looks = [begin + number * 5 * MINUTE for number in range(12 * 12)]

    for at in (time(2, 0), time(2, 30), time(3, 0)):
        pairs = pairwise(looks)
        assert sum(len(list(Daily(at).between(before, after))) for before, after in pairs) == 1
