"""The register form: the two things that must be there stand out, the rest may be left open."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.fields import control, field_id
from domain.forms import TOPICS, Field, FieldKind, Form, Option
from domain.register.personal import SIGNS
from i18n import _, day
from store.queries.choices import TopicChoice

FORM = "question"
NOTE = "note"
PLACE = "municipality"
WORDS = "question-topic-words"
TYPED = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.NUMBER)
LISTS = (FieldKind.CHOICES, FieldKind.YES_NO, FieldKind.CONSENT)


def question_fields(
    form: Form,
    save: Sequence[Component],
    *,
    favourites: tuple[TopicChoice, ...] = (),
    values: Mapping[str, object] | None = None,
    note_until: date | None = None,
) -> Component:
    """Every field in the order of the form, so that what is typed can be read back by position.

    `save` comes right after what must be filled in: nobody has to pass the rest.
    """
    known = values or {}
    must = [one for one in form.fields if one.required]
    may = [one for one in form.fields if not one.required]
    drawn = [part for one in must for part in _required(one, known.get(one.key), favourites)]
    optional = [_optional(one, known.get(one.key), note_until) for one in may]
    return html.Div(
        [
            html.Div([html.Div(drawn, className="fields"), *save]),
            html.Fieldset([html.Legend(_("Dit mag u leeg laten")), html.Div(optional, className="optional-fields")]),
        ],
        className="question-fields",
    )


def blank(form: Form) -> list[object]:
    """The empty value of each field."""
    return [[] if one.kind in LISTS else "" if one.kind in TYPED else None for one in form.fields]


def _optional(one: Field, value: object, note_until: date | None) -> Component:
    drawn = control(FORM, one, value)
    if one.key == PLACE:
        return searched(drawn)
    return _note(drawn, note_until) if one.key == NOTE else drawn


def _note(drawn: Component, until: date | None) -> Component:
    """What looks like personal data is said while somebody types; until when the note is kept stands below it."""
    signs = [[pattern, str(words)] for words, pattern in SIGNS.values()]
    said = _("Dit lijkt op {what}. Haal het liever weg: wie dit leest, hoeft niet te weten om wie het gaat.")
    warning = html.P(id="question-note-warning", role="status", **data(signs=json.dumps(signs), said=said))
    erased = html.P(_("Wordt gewist op {day}.", day=day(until, year=True)), className="note") if until else None
    return html.Div([drawn, warning, erased], className="note-field")


def _required(one: Field, value: object, favourites: tuple[TopicChoice, ...]) -> list[Component]:
    if one.key == TOPICS:
        return [_topics(one, value), *([_favourites(favourites)] if favourites else [])]
    if one.kind is FieldKind.CHOICE:
        return [_radios(one, value)]
    return [control(FORM, one, value)]


def _topics(one: Field, value: object) -> Component:
    """Found by name and by other words for it, also with a typing error; what the browser searches stands beside it."""
    drawn = searched(control(FORM, one, value))
    return html.Div([drawn, html.Div(id=WORDS, hidden=True, **data(words=topic_words(one.options)))])


def searched(drawn: Any) -> Component:  # noqa: ANN401 - a list of either kind
    """Let the browser search the list as people type: `searchWords` in assets/search.js."""
    drawn.filter = {"function": "searchWords"}
    found: Component = drawn
    return found


def topic_words(options: Sequence[Option]) -> str:
    """The words that each topic is found by besides its name: its code and its synonyms."""
    return json.dumps({one.key: " ".join((one.key, *one.others)) for one in options})


def _favourites(topics: tuple[TopicChoice, ...]) -> Component:
    buttons = [
        html.Button(
            one.name,
            type="button",
            className="chip",
            tabIndex="0" if place == 0 else "-1",
            **data(topic=one.code),
            **aria(pressed="false"),
        )
        for place, one in enumerate(topics)
    ]
    return html.Div(buttons, className="chips", role="toolbar", **aria(label=_("Vaak gekozen onderwerpen")))


def _radios(one: Field, value: object) -> Component:
    """A short required list in the open: one glance, and the arrows choose."""
    radios = [dmc.Radio(label=option.label, value=option.key, size="md") for option in one.options]
    return dmc.RadioGroup(
        html.Div(radios, className="radios"),
        id=field_id(FORM, one.key),
        label=one.label,
        description=one.help or None,
        required=one.required,
        value=value if isinstance(value, str) else None,
    )
