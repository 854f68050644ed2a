"""From the clock on the wall to an instant: the one place where local dates and times become UTC."""

from datetime import UTC, date, datetime, time

from domain.refused import Refused
from i18n import day as day_in_words
from i18n.dates import AMSTERDAM


def instant(day: date, at: time, *, field: str | None = None) -> datetime:
    """The moment at which clocks in the Netherlands show `at` on `day`, in UTC.

    The hour that comes twice in October means the first one. A time that the March night skips raises
    `Refused("time.skipped")` about `field`.
    """
    local = datetime.combine(day, at.replace(fold=0), tzinfo=AMSTERDAM)
    moment = local.astimezone(UTC)
    if moment.astimezone(AMSTERDAM).time() != at.replace(fold=0):
        raise Refused("time.skipped", field=field, day=day_in_words(day), time=f"{at:%H:%M}")
    return moment


def wall(moment: datetime) -> tuple[date, time]:
    """The date and the time that clocks in the Netherlands show at `moment`."""
    local = moment.astimezone(AMSTERDAM)
    return local.date(), local.time().replace(fold=0)
