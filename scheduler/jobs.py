"""What the clock can do: each job of the timetable with the verb behind it."""

from collections.abc import Mapping

from domain import counts, lateness, proposals, tidying
from domain.actors import CLOCK
from scheduler.work import Job

JOBS: Mapping[str, Job] = {
    "counts": Job(lambda session, now: counts.refresh(session, now=now)),
    "publish": Job(lambda session, now: counts.publish(session, now=now)),
    "proposals": Job(lambda session, now: proposals.expire(session, by=CLOCK, now=now)),
    "tidy": Job(tidying.tidy, in_parts=True),
    "late": Job(lateness.raise_alarms),
}
