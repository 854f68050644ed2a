"""A signal made by hand: about what, which months, and what somebody sees."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.parts import card, errors_of, field_errors, field_values, form_controls, page_header, toast, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import field_id
from dashboard.parts.improving.evidence import evidence
from dashboard.parts.improving.signal_words import NEW_SIGNAL, PATH, SIGNALS, topic_options
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.improving import findings, signals
from domain.improving.signals import LONGEST, SignalPlan
from domain.local_time import wall
from i18n import _, lazy, month
from store.queries import choices
from store.sessions import Session
from trends.periods import first_day, month_of
from web.services import Services
from web.sessions import current_actor

FORM = "signal"
QUERY = ("onderwerp", "maand")


def signal_form(session: Session, this_month: int) -> Form:
    months = tuple(Option(str(one), month(first_day(one))) for one in range(this_month, this_month - LONGEST, -1))
    return Form(
        FORM,
        (
            Field("topic", FieldKind.CHOICE, _("Waar gaat het over?"), required=True, options=topic_options(session)),
            Field("first_month", FieldKind.CHOICE, _("Vanaf"), required=True, options=months),
            Field("last_month", FieldKind.CHOICE, _("Tot en met"), required=True, options=months),
            Field(
                "words", FieldKind.LONG_TEXT, _("Wat ziet u?"), _("Zonder namen, en zonder iets over één kind."),
                required=True, most=signals.LONGEST_WORDS,
            ),
        ),
    )  # fmt: skip


def layout(services: Services, onderwerp: str = "", maand: str = "") -> Component:
    now = month_of(wall(services.now())[0])
    last = int(maand) if maand.isdecimal() and now - LONGEST < int(maand) <= now else now
    with services.database.reading() as session:
        form = signal_form(session, now)
        known = onderwerp if onderwerp in choices.topic_names(session) else None
    start = {"topic": known, "first_month": str(max(last - 2, now - LONGEST + 1)), "last_month": str(last)}
    lead = _("Hoort u iets vaker, of juist minder vaak? Leg het vast. De vrijgegeven cijfers komen er vanzelf bij.")
    save = dmc.Button(_("Maak het signaal"), id="signal-save")
    return html.Div(
        [
            page_header(_("Signaal maken"), lead, back=(PATH, _("Verbeteren"))),
            card(html.Div(form_controls(form, start), className="fields"), html.Div(save, className="actions")),
            card(html.Div(id="signal-evidence"), title=_("Wat de vrijgegeven cijfers zeggen")),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_saving(callbacks, services)

    @callbacks(
        Output("signal-evidence", "children"),
        Input(field_id(FORM, "topic"), "value"),
        Input(field_id(FORM, "first_month"), "value"),
        Input(field_id(FORM, "last_month"), "value"),
        roles=POLICY,
    )
    def preview(topic: object, first: object, last: object) -> Component:
        if not (isinstance(topic, str) and str(first).isdecimal() and str(last).isdecimal()):
            return html.P(_("Kies eerst een onderwerp en maanden."))
        with services.database.reading() as session:
            found = findings.of_topic(session, topic, range(int(str(first)), int(str(last)) + 1))
            return evidence(found, choices.topic_names(session))


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("address", "href", allow_duplicate=True),
        Input("signal-save", "n_clicks"),
        field_values(FORM),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        now, made = services.now(), list[int]()
        with services.database.reading() as session:
            form = signal_form(session, month_of(wall(now)[0]))

        def write(checked: Checked) -> None:
            first, last = int(checked.text("first_month")), int(checked.text("last_month"))
            plan = SignalPlan(checked.text("topic"), first, last, checked.text("words"))
            with services.database.writing() as session:
                made.append(signals.raise_by_hand(session, plan, by=current_actor(), now=now))

        errors = attempt(form, typed(form, values), write)
        if errors:
            return errors_of(form, errors), no_update
        toast(_("Het signaal is gemaakt."))
        return errors_of(form, {}), f"{SIGNALS}/{made[0]}"


PAGE = Page(NEW_SIGNAL, lazy("Signaal maken"), POLICY, layout, register=register, query=QUERY)
