"""Why somebody on the waiting list has no seat yet, in a sentence that can be shown to that person."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.taking_part import line, waiting_list
from domain.taking_part.line import Reason, Why
from domain.taking_part.seats import Room
from i18n import _, lazy, n_
from store.models import Event, SignUp
from store.states import SignUpState

SENTENCES = {
    Reason.FULL: lazy("Alle plaatsen zijn bezet."),
    Reason.TOO_FEW: lazy("Er is wel plaats vrij, maar nog niet genoeg voor iedereen die meekomt."),
    Reason.OTHERS_FIRST: lazy("De vrije plaatsen zijn voor wie eerder op de lijst staat."),
    Reason.FIRST_COME: lazy("Er is plaats vrij. Wie het eerst ja zegt, kan komen."),
    Reason.SOON: lazy("Er komt een plaats voor u vrij. U hoort het zo."),
}

# The same about somebody else.
SENTENCES_FOR_STAFF = {
    Reason.FULL: lazy("Alles is bezet."),
    Reason.TOO_FEW: lazy("Er is plaats, maar te weinig voor dit aantal."),
    Reason.OTHERS_FIRST: lazy("Wie vooraan staat, gaat voor."),
    Reason.FIRST_COME: lazy("Er is plaats voor wie het eerst ja zegt."),
    Reason.SOON: lazy("Krijgt zo bericht."),
}


def why(session: Session, sign_up_id: int, *, now: datetime) -> Why | None:
    """Why this party has no seat yet; None when it doesn't wait."""
    row = session.get(SignUp, sign_up_id)
    if row is None or row.state is not SignUpState.WAITING:
        return None
    event = session.get_one(Event, row.event_id)
    waiting = waiting_list.line(session, event.id, row.way)
    first_come = waiting_list.is_first_come(event, now)
    return line.why(Room(event, row.way).free, waiting, row.id, event.queue, first_come=first_come)


def sentence(found: Why) -> str:
    """Where in the line and why, such as "Er staan 2 ouders voor u. Alle plaatsen zijn bezet."."""
    before = n_("Er staat {n} ouder voor u.", "Er staan {n} ouders voor u.", found.ahead) if found.ahead else ""
    first = before or _("U staat vooraan.")
    return f"{first} {SENTENCES[found.reason]}"
