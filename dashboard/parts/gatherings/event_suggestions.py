"""What the form of a gathering fills in by itself, without ever writing over what somebody typed."""

from collections.abc import Mapping, Sequence
from datetime import time

from domain.edits import same
from domain.gatherings.event_kinds import EventKind
from store.queries.gatherings.venues import VenueFacts

Values = Mapping[str, object]
ABOUT: Mapping[str, tuple[str, ...]] = {
    "kind": ("seats", "start", "end"),
    "start": ("end",),
    "venue": ("address", "municipality", "access"),
}


def suggestions(values: Values, kinds: Sequence[EventKind], venues: Sequence[VenueFacts]) -> dict[str, object]:
    """What goes with the chosen kind, the start and the venue; the end follows the start by the kind's duration."""
    kind = next((one for one in kinds if one.key == values.get("kind")), None)
    venue = next((one for one in venues if one.name.casefold() == _text(values.get("venue")).casefold()), None)
    found: dict[str, object] = {}
    if kind:
        found |= {"seats": kind.seats, "start": f"{kind.start:%H:%M}"}
        found["end"] = f"{kind.end(_time(values.get('start')) or kind.start):%H:%M}"
    if venue:
        found |= {"address": venue.address, "municipality": venue.municipality_code, "access": venue.access}
    return found


def to_fill_in(
    values: Values, before: Values, changed: str, kinds: Sequence[EventKind], venues: Sequence[VenueFacts]
) -> dict[str, object]:
    """Which suggestions to write after the field `changed`: where nothing stands, or what we suggested before."""
    filled: dict[str, object] = {}
    for key in ABOUT.get(changed, ()):
        now = suggestions({**values, **filled}, kinds, venues)  # the end goes by the start that was just filled in
        free = values.get(key) in (None, "", before.get(key))
        if key in now and free and not same(values.get(key), now[key]):
            filled[key] = now[key]
    return filled


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _time(value: object) -> time | None:
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
