"""What a gathering looks like in somebody's own calendar: for everybody, for who signed up, and for who hosts."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from i18n import _
from mail.calendar_file import CalendarEvent, Status
from store.models import JournalLine, Letter, SignUp
from store.queries.gatherings.events import EventFacts
from store.states import EventState, HostState, LetterState, SignUpState, Way

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


def for_host(event: EventFacts, state: HostState, *, public_url: str) -> CalendarEvent:
    """The gathering for a buddy who hosts it or is asked to; nothing of who comes."""
    entry = replace(calendar_event(event, public_url=public_url), url=f"{public_url}/werk/mijn-voorstellen")
    if event.state in CALLED_OFF or state is not HostState.ASKED:
        return entry
    asked = _("Gevraagd: {title}", title=event.title)
    return replace(entry, title=asked, status="TENTATIVE", awaits_answer=True)


def host_invitation(
    event: EventFacts, buddy_id: int, state: HostState, told: Sequence[int], at: datetime, *, public_url: str
) -> CalendarEvent:
    """The gathering in a letter to one host, under a name of its own: the host may also have signed up.

    `told` are the lines of the journal about this host so far, the last one written at `at`: each makes a revision.
    """
    entry = for_host(event, state, public_url=public_url)
    uid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{event.uid}/host/{buddy_id}"))
    return replace(entry, uid=uid, revision=event.revision + len(told), changed_at=max(event.changed_at, at))


def is_in_calendar(session: Session, noun: str, numbers: Sequence[int]) -> bool:
    """Whether the last calendar file about these subjects that left put the gathering in.

    What still lies in the out-tray, never tried, doesn't count: it is dropped when its reason is gone.
    """
    tried = and_(Letter.state == LetterState.QUEUED, Letter.attempts > 0)
    left = or_(Letter.state.in_((LetterState.SENDING, LetterState.SENT)), tried)
    about = (Letter.subject_kind == noun, Letter.subject_id.in_(numbers), Letter.calendar_method.is_not(None))
    last = select(Letter.calendar_method).where(*about, left).order_by(Letter.id.desc()).limit(1)
    return session.scalar(last) == "REQUEST"


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
