"""What a gathering looks like in somebody's own calendar: for everybody, and for who signed up."""

from dataclasses import replace

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from i18n import _
from mail.calendar_file import CalendarEvent, Status
from store.models import JournalLine, Letter, SignUp
from store.queries.events import EventFacts
from store.states import EventState, SignUpState, Way

CALLED_OFF = frozenset({EventState.CANCELLED, EventState.SKIPPED})


def calendar_event(event: EventFacts, *, public_url: str) -> CalendarEvent:
    """The gathering as calendars take it: only what everybody may know, with the address of its public page."""
    return CalendarEvent(
        uid=event.uid,
        revision=event.revision,
        title=event.title,
        description=_reasoned(event),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place,
        url=f"{public_url}/cafe/{event.id}",
        status=status_of(event),
        changed_at=event.changed_at,
    )


def status_of(event: EventFacts) -> Status:
    if event.state in CALLED_OFF:
        return "CANCELLED"
    return "TENTATIVE" if event.state is EventState.DRAFT else "CONFIRMED"


def invitation(session: Session, row: SignUp, event: EventFacts, *, public_url: str) -> CalendarEvent:
    """The gathering for one party. Only who has a place and takes part online finds the link to the meeting in it.

    The revision goes up with each change of the gathering and with everything that happens to this person's sign-ups,
    an earlier one that was given up included: it never goes back, and never says two things with one number.
    """
    entry = calendar_event(event, public_url=public_url)
    changed_at = max(event.changed_at, row.changed_at)
    entry = replace(entry, revision=event.revision + _happenings(session, row), changed_at=changed_at)
    if row.way is Way.ONLINE and row.state is SignUpState.CONFIRMED and event.online_url:
        link = _("Doe mee via {link}", link=event.online_url)
        return replace(entry, place=_("Online"), description="\n\n".join(filter(None, (entry.description, link))))
    return entry


def was_invited(session: Session, row: SignUp) -> bool:
    """Whether a letter was written that puts the gathering into the calendar of who signed up."""
    mine = (Letter.subject_kind == "sign_up", Letter.subject_id == row.id)
    return session.scalar(select(Letter.id).where(*mine, Letter.calendar_method == "REQUEST").limit(1)) is not None


def _happenings(session: Session, row: SignUp) -> int:
    """How many lines the journal holds about this person's sign-ups for this gathering, up to the last about this one.

    So what is said of a sign-up that was given up comes before what is said of the next one, whenever it is written.
    """
    same = SignUp.id == row.id
    if row.contact_index is not None:
        same = or_(same, SignUp.contact_index == row.contact_index)
    mine = select(SignUp.id).where(SignUp.event_id == row.event_id, same)
    about = JournalLine.subject_kind == "sign_up"
    last = select(func.max(JournalLine.id)).where(about, JournalLine.subject_id == row.id).scalar_subquery()
    count = select(func.count()).where(about, JournalLine.subject_id.in_(mine), JournalLine.id <= last)
    return session.scalar(count) or 0


def _reasoned(event: EventFacts) -> str:
    if event.state in CALLED_OFF and event.reason:
        return "\n\n".join(filter(None, (_("Gaat niet door: {reason}", reason=event.reason), event.description)))
    return event.description
