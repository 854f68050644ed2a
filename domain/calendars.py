"""What a gathering looks like in somebody's own calendar."""

from mail.calendar_file import CalendarEvent
from store.queries.events import EventFacts
from store.states import EventState


def calendar_event(event: EventFacts, *, public_url: str) -> CalendarEvent:
    """The gathering as calendars take it: only what everybody may know, with the address of its public page."""
    return CalendarEvent(
        uid=event.uid,
        revision=event.revision,
        title=event.title,
        description=event.description,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place,
        url=f"{public_url}/cafe/{event.id}",
        cancelled=event.state is EventState.CANCELLED,
        changed_at=event.changed_at,
    )
