"""Gatherings as search engines read them: schema.org in JSON-LD, a block of data that no browser runs."""

from collections.abc import Sequence
from typing import Any

from domain.gatherings.calendars import CALLED_OFF
from i18n.dates import AMSTERDAM
from store.queries.gatherings.events import EventFacts
from store.states import EventState, SignUpMode

SCHEMA = "https://schema.org"
# So few seats say more about who comes than about whether there is room.
FEWEST_TOLD = 5
LONGEST = 300


def events_data(found: Sequence[EventFacts], *, organisation: str, public_url: str) -> dict[str, Any]:
    """All of them as one block; the link to take part online is never in it."""
    organizer = {"@type": "Organization", "name": organisation, "url": public_url}
    graph = [_data(one, f"{public_url}/cafe/{one.id}") | {"organizer": organizer} for one in found]
    return {"@context": SCHEMA, "@graph": graph}


def _data(event: EventFacts, address: str) -> dict[str, Any]:
    called_off = event.state in CALLED_OFF
    facts: dict[str, Any] = {
        "@type": "Event",
        "name": event.title,
        "url": address,
        "startDate": event.starts_at.astimezone(AMSTERDAM).isoformat(),
        "endDate": event.ends_at.astimezone(AMSTERDAM).isoformat(),
        "eventStatus": f"{SCHEMA}/{'EventCancelled' if called_off else 'EventScheduled'}",
        "isAccessibleForFree": True,
        **_where(event, address),
    }
    if event.description:
        facts["description"] = event.description[:LONGEST]
    if event.state is EventState.OPEN:
        open_door = event.mode is SignUpMode.OPEN_DOOR
        left = event.seats_left + event.online_left
        facts["offers"] = _offer(address, is_room=open_door or left > 0)
        if left >= FEWEST_TOLD and not open_door:
            facts["remainingAttendeeCapacity"] = left
    return facts


def _where(event: EventFacts, address: str) -> dict[str, Any]:
    """A place, a page, or both; taking part online begins at the public page."""
    online = {"@type": "VirtualLocation", "url": address}
    if not (event.online_seats or event.online_url):
        return {"eventAttendanceMode": f"{SCHEMA}/OfflineEventAttendanceMode", "location": _place(event)}
    if not event.seats:
        return {"eventAttendanceMode": f"{SCHEMA}/OnlineEventAttendanceMode", "location": online}
    return {"eventAttendanceMode": f"{SCHEMA}/MixedEventAttendanceMode", "location": [_place(event), online]}


def _place(event: EventFacts) -> dict[str, Any]:
    postal = {"@type": "PostalAddress", "addressLocality": event.municipality, "addressCountry": "NL"}
    if event.address:
        postal["streetAddress"] = event.address
    return {"@type": "Place", "name": event.venue, "address": postal}


def _offer(address: str, *, is_room: bool) -> dict[str, Any]:
    availability = f"{SCHEMA}/{'InStock' if is_room else 'SoldOut'}"
    return {"@type": "Offer", "price": 0, "priceCurrency": "EUR", "availability": availability, "url": address}
