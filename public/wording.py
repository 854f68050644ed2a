"""How a gathering is spoken of: how many seats are left, when it is, in words."""

from dataclasses import dataclass
from datetime import datetime

from i18n import _, day, n_, time_of_day
from store.queries.gatherings.events import EventFacts
from store.states import EventState, SignUpMode


@dataclass(frozen=True)
class Badge:
    """A few words with a tone: good, warn, bad or nothing."""

    text: str
    tone: str = ""


def seats(event: EventFacts, now: datetime) -> Badge:
    """Whether somebody can still come."""
    if event.state is EventState.CANCELLED:
        return Badge(_("Gaat niet door"), "bad")
    if event.ends_at <= now:
        return Badge(_("Voorbij"))
    if event.starts_at <= now:
        return Badge(_("Nu bezig"))
    if event.state is EventState.CLOSED:
        return Badge(_("Aanmelden is gesloten"))
    if event.mode is SignUpMode.OPEN_DOOR:
        return Badge(_("Kom gewoon langs"), "good")
    if not event.seats_left and event.online_left:
        return Badge(n_("Nog {n} plaats online", "Nog {n} plaatsen online", event.online_left), "good")
    if not event.seats_left:
        return Badge(_("Vol, wachtlijst mogelijk"), "warn")
    return Badge(n_("Nog {n} plaats", "Nog {n} plaatsen", event.seats_left), "good")


def can_sign_up(event: EventFacts, now: datetime) -> bool:
    is_open = event.state is EventState.OPEN and now < event.starts_at
    return is_open and event.mode is not SignUpMode.OPEN_DOOR


def hours(event: EventFacts) -> str:
    """From when till when; the day of the end only where it is another one."""
    end = time_of_day(event.ends_at)
    if day(event.starts_at) != day(event.ends_at):
        end = f"{day(event.ends_at)} {end}"
    return _("{start} tot {end}", start=time_of_day(event.starts_at), end=end)
