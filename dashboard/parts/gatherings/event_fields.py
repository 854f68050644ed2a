"""The form of a gathering on screen: two columns, venues that are known, and what was typed by the key of its field."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ctx, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.fields import FIELD, control, field_id, typed
from dashboard.parts.icons import icon
from domain import forms
from domain.forms import Form
from domain.gatherings.event_plans import LAST_HOURS, OFFER_HOURS
from domain.local_time import wall
from i18n import _
from store.queries.gatherings import events as shown
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.venues import VenueFacts
from store.sessions import Session

FORM = "event"
EVERY_VALUE = {"type": FIELD, "form": FORM, "key": ALL}
CLASHES = "event-clashes"  # where is said what the chosen moment runs into
ROWS = (
    ("title",),
    ("kind",),
    ("topics", "audience"),
    ("date", "start", "end"),
    (CLASHES,),
    ("venue",),
    ("address", "municipality"),
    ("access",),
    ("description",),
)
MORE = (("mode",), ("online_seats", "online_url"), ("queue",), ("offer_hours", "last_hours"))
USUAL = {"mode": "direct", "queue": "strict", "offer_hours": OFFER_HOURS, "last_hours": LAST_HOURS}
SEATS = "seats"
PAUSE = 400  # milliseconds of not typing, before a venue is looked up

Values = dict[str, object]


def main_fields(form: Form, values: Mapping[str, object], venues: Sequence[VenueFacts]) -> Component:
    """Everything but the seats and what is folded away; fields that a support point added come last."""
    drawn: dict[str, Component] = {one.key: control(FORM, one, values.get(one.key)) for one in form.fields}
    if "venue" in drawn:
        drawn["venue"] = _venue(form, values, venues)
    drawn[CLASHES] = html.Div(id=CLASHES, **aria(live="polite"))
    placed = {key for row in (*ROWS, *MORE) for key in row} | {SEATS}
    rows = [*ROWS, *((key,) for key in drawn if key not in placed)]
    return html.Div([_row([drawn[key] for key in row if key in drawn]) for row in rows], className="fields")


def seats_field(form: Form, values: Mapping[str, object]) -> list[Component]:
    return [control(FORM, one, values.get(one.key)) for one in form.fields if one.key == SEATS]


def more_fields(form: Form, values: Mapping[str, object]) -> Component | None:
    """What few gatherings need, folded away; open when something differs from usual."""
    drawn = {one.key: control(FORM, one, values.get(one.key)) for one in form.fields}
    rows = [[drawn[key] for key in row if key in drawn] for row in MORE]
    if not any(rows):
        return None
    differs = any(values.get(key) not in (None, "", 0, USUAL.get(key)) for row in MORE for key in row)
    inside = html.Div([_row(row) for row in rows if row], className="fields")
    return html.Details([html.Summary(_("Meer mogelijkheden")), inside], className="more", open=differs)


def values_of(event: EventFacts) -> Values:
    """A gathering as the values of its form."""
    (day, start), (_day, end) = wall(event.starts_at), wall(event.ends_at)
    return {
        **event.answers,
        "title": event.title,
        "kind": event.kind,
        "topics": [topic.code for topic in event.topics],
        "date": day.isoformat(),
        "start": f"{start:%H:%M}",
        "end": f"{end:%H:%M}",
        "seats": event.seats,
        "venue": event.venue,
        "address": event.address,
        "municipality": event.municipality_code,
        "access": event.access,
        "description": event.description,
        "mode": event.mode.value,
        "queue": event.queue.value,
        "offer_hours": event.offer_hours,
        "last_hours": event.last_hours,
        "online_seats": event.online_seats or None,
        "online_url": event.online_url,
    }


def copy_of(session: Session, event: EventFacts) -> Values:
    """What a copy begins with: everything but the date, and no topic that went out of use."""
    values, in_use = values_of(event), {one.key for one in forms.topics(session)}
    return {**values, "date": None, "topics": [topic.code for topic in event.topics if topic.code in in_use]}


def form_of(session: Session, event_id: object) -> Form:
    """The form for this gathering: its topics can be kept, also when they went out of use."""
    event = shown.event(session, event_id) if isinstance(event_id, int) else None
    return forms.load(session, FORM, kept=[topic.code for topic in event.topics] if event else ())


def typed_now(form: Form) -> Values:
    """What stands in the fields, from inside a callback that has all their values as its first state."""
    found = _by_key()
    return typed(form, [found.get(one.key) for one in form.fields])


def in_place(values: Mapping[str, object], otherwise: object = None) -> list[Any]:
    """Values or errors by key in the order in which the fields stand on screen."""
    return [values.get(key, otherwise) for key in _by_key()]


def _by_key() -> Values:
    return {one["id"]["key"]: one.get("value") for one in ctx.states_list[0]}


def _row(controls: Sequence[Component]) -> Component:
    return html.Div(list(controls), className="row") if len(controls) > 1 else html.Div(list(controls))


def _venue(form: Form, values: Mapping[str, object], venues: Sequence[VenueFacts]) -> Component:
    """A text that finds the venues known already; another name makes a new one."""
    one = form.field("venue")
    return dmc.Autocomplete(
        id=field_id(FORM, one.key),
        label=one.label,
        description=one.help or _("Kies een bekende locatie of typ een nieuwe."),
        required=one.required,
        value=str(values.get(one.key) or ""),
        data=list(dict.fromkeys(venue.name for venue in venues)),
        placeholder=one.placeholder,
        leftSection=icon("map-pin"),
        limit=8,
        debounce=PAUSE,
    )
