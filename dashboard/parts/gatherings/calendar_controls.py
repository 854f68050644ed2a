"""The controls above the calendar: back and forth, month, week or list, and what it is narrowed down to."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ctx, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.gatherings.calendar_view import LIST, MONTH, PAST, TO_COME, WEEK, CalendarView
from dashboard.parts.gatherings.event_words import STATES
from dashboard.parts.icons import icon
from domain.gatherings.event_kinds import kinds
from i18n import _
from store.queries import choices
from store.queries.gatherings import events
from store.sessions import Session

CHOICE = "calendar-choice"
EVERY_CHOICE = {"type": CHOICE, "key": ALL}
STEPS = {"calendar-previous": -1, "calendar-next": 1}
Options = list[Any]


def controls(session: Session, view: CalendarView) -> Component:
    """Everything above the calendar, as `view` has it."""
    sights = [(MONTH, _("Maand")), (WEEK, _("Week")), (LIST, _("Lijst"))]
    return html.Div(
        [
            _step("calendar-previous", "chevron-left"),
            _step("calendar-next", "chevron-right"),
            html.H2(view.name, id="calendar-name", **aria(live="polite")),
            dmc.Button(_("Vandaag"), id="calendar-today", variant="default"),
            _segments(
                "wanneer", _("Welke"), [(TO_COME, _("Komend")), (PAST, _("Geweest"))], PAST if view.past else TO_COME
            ),
            _segments("zicht", _("Weergave"), sights, view.sight),
            html.Div(_filters(session, view), className="calendar-filters"),
        ],
        className="calendar-controls",
    )


def choices_now() -> dict[str, object]:
    """What stands in the controls, from inside a callback that has them among its inputs."""
    (found,) = [one for one in ctx.inputs_list if isinstance(one, list)]
    return {one["id"]["key"]: one.get("value") for one in found}


def step_words(sight: str) -> tuple[str, str]:
    """What the two arrows do."""
    return {
        MONTH: (_("Vorige maand"), _("Volgende maand")),
        WEEK: (_("Vorige week"), _("Volgende week")),
        LIST: (_("Vorige bladzijde"), _("Volgende bladzijde")),
    }[sight]


def _step(name: str, symbol: str) -> Component:
    said = html.Span(id=f"{name}-says", className="unseen")
    return dmc.ActionIcon([icon(symbol), said], id=name, variant="default", size="44")


def _segments(key: str, said: str, options: list[tuple[str, str]], value: str) -> Component:
    data = [{"value": name, "label": label} for name, label in options]
    drawn = dmc.SegmentedControl(id={"type": CHOICE, "key": key}, data=data, value=value, **aria(label=said))
    return html.Div(drawn, className=f"segments {key}")


def _filters(session: Session, view: CalendarView) -> list[Component]:
    places = {"gemeente": {one.code: one.name for one in choices.municipalities(session)}}
    by_kind = {one.key: one.name for one in kinds(session)}
    topics = choices.topic_groups(session)
    states = {state.value: str(text) for state, (text, _tone) in STATES.items()}
    asked = view.narrowed
    return [
        _select("soort", _("Soort"), _options(by_kind), asked.kind, _("Alle soorten")),
        _select("plaats", _("Waar"), _places(events.regions(session), places["gemeente"]), asked.where, _("Overal")),
        _select("onderwerp", _("Onderwerp"), _topics(session, topics), asked.topic, _("Alle onderwerpen")),
        _select("stand", _("Stand"), _options(states), asked.state, _("Elke stand")),
    ]


def _select(key: str, label: str, options: Options, value: str, nothing: str) -> Component:
    return dmc.Select(
        id={"type": CHOICE, "key": key},
        label=label,
        data=options,
        value=value or None,
        placeholder=nothing,
        clearable=True,
        searchable=len(str(options)) > 1000,
        checkIconPosition="right",
    )


def _options(named: Mapping[str, str]) -> Options:
    return [{"value": key, "label": name} for key, name in named.items()]


def _places(regions: Mapping[str, str], municipalities: Mapping[str, str]) -> Options:
    return [
        {"group": _("Regio's"), "items": _options(regions)},
        {"group": _("Gemeenten"), "items": _options(municipalities)},
    ]


def _topics(session: Session, groups: Mapping[str, str]) -> Options:
    every = choices.topics(session)
    return [
        {
            "group": name,
            "items": [
                {"value": code, "label": _("Alles over {group}", group=name)},
                *({"value": one.code, "label": one.name} for one in every if one.group_code == code),
            ],
        }
        for code, name in groups.items()
    ]
