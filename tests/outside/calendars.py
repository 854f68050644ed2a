"""Calendar files as the world writes them, and when somebody is busy by them."""

from datetime import UTC, date, datetime, time, timedelta

from domain.local_time import instant
from outside.busy import busy_times

FIRST = datetime(2026, 11, 24, tzinfo=UTC)
LAST = FIRST + timedelta(days=140)


def calendar(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *"\n".join(parts).split("\n"), "END:VCALENDAR", ""])


def event(*lines: str, uid: str = "1") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Geheim", *lines, "END:VEVENT"])


def local(text: str) -> datetime:
    """`2026-12-01 10:00` on the clock on the wall."""
    day, at = text.split()
    return instant(date.fromisoformat(day), time.fromisoformat(at))


def busy(*parts: str) -> list[tuple[datetime, datetime]]:
    return [(one.start, one.end) for one in busy_times(calendar(*parts), FIRST, LAST)]


def starts(*parts: str) -> list[datetime]:
    return [start for start, _end in busy(*parts)]
