"""What the clock can do: each job of the timetable with the verb behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from automations import second_reading
from automations.own_calendars import read_own_calendars
from automations.posting import post_letters
from automations.run import run as run_automations
from domain.actors import CLOCK
from domain.availability import appointments, days_off
from domain.buddying import certificates
from domain.care import check_ins
from domain.clockwork import lateness, tidying
from domain.gatherings import rounding_off
from domain.inquiring import daily_round
from domain.matchmaking import deadlines, still_wanted
from domain.post.correspondence import Letterhead
from domain.register import breakdowns, counts, recheck, revision, testing
from domain.reporting import making, views
from domain.stories import noting, publishing
from domain.taking_part import reminders, waiting_list
from mail.post import Postman
from outside.guarded import Allowed
from scheduler.work import AnyJob, Job, Leader, LongJob

JOBS: Mapping[str, AnyJob] = {
    "counts": Job(lambda session, now: counts.refresh_a_part(session, now=now), in_parts=True),
    "recount": Job(lambda session, now: counts.mark_everything(session)),
    "recheck": Job(lambda session, now: recheck.recheck(session, now=now)),
    "breakdowns": Job(lambda session, now: breakdowns.refresh_a_month(session, now=now), in_parts=True),
    "tests": Job(lambda session, now: testing.test(session, now=now)),
    "publish": Job(lambda session, now: counts.publish(session, now=now)),
    "revise": Job(lambda session, now: revision.revise(session, now=now)),
    "story_numbers": Job(lambda session, now: publishing.publish(session, now=now)),
    "reports": Job(lambda session, now: making.tend(session, now=now)),
    "views": Job(lambda session, now: views.tend(session, now=now)),
    "proposals": Job(lambda session, now: deadlines.tend(session, by=CLOCK, now=now)),
    "still_wanted": Job(lambda session, now: still_wanted.tend(session, by=CLOCK, now=now), in_parts=True),
    "appointments": Job(appointments.close_past, in_parts=True),
    "days_off": Job(days_off.tend),
    "care": Job(lambda session, now: check_ins.tend(session, by=CLOCK, now=now), in_parts=True),
    "certificates": Job(lambda session, now: certificates.remind(session, by=CLOCK, now=now)),
    "waiting_lists": Job(waiting_list.tend, in_parts=True),
    "round_off": Job(rounding_off.round_off, in_parts=True),
    "stories": Job(lambda session, now: noting.note(session, now=now)),
    "stories_again": LongJob(second_reading.read_waiting),
    "inquiries": Job(daily_round.tend, erases=True),
    "tidy": Job(tidying.tidy, in_parts=True, erases=True),
    "late": Job(lateness.raise_alarms),
}


@dataclass(frozen=True)
class Context:
    """What jobs need that is decided when the product is installed."""

    public_url: str
    sender: str
    postman: Postman
    allowed: Allowed = field(default_factory=Allowed)

    @property
    def letterhead(self) -> Letterhead:
        return Letterhead(self.public_url, self.sender)


def dated(letterhead: Letterhead) -> Mapping[str, AnyJob]:
    """Every job with a rhythm."""
    return {**JOBS, "reminders": Job(lambda session, now: reminders.remind(session, letterhead, now), in_parts=True)}


def continuous(context: Context) -> Mapping[str, Callable[[Leader], int]]:
    """The jobs that never rest. They open their own transactions, because posting takes its time outside any."""
    return {
        "automations": lambda leader: run_automations(leader.database, leader.now(), context.letterhead),
        "letters": lambda leader: post_letters(leader.database, context.postman, leader.now),
        "own_calendars": lambda leader: read_own_calendars(leader.database, leader.now, context.allowed),
    }
