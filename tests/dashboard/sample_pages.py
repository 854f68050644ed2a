"""A few pages and callbacks, to test the frame with."""

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.charts.template import line_style
from dashboard.page import BUDDY, COORDINATOR, INSIGHT, POLICY, WORK, Page
from dashboard.parts import (
    Column,
    badge,
    card,
    chart,
    confirm,
    confirmed,
    empty_state,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    kpi,
    kpis,
    link_button,
    notice,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.tables import Cell
from domain.checking import check
from domain.forms import Field, FieldKind, Form, Option
from domain.refused import Refused
from i18n import lazy
from web.services import Services

FORM = Form(
    "cafe",
    (
        Field("title", FieldKind.TEXT, "Titel", "Kort en uitnodigend.", required=True),
        Field(
            "topics",
            FieldKind.CHOICES,
            "Onderwerpen",
            options=tuple(Option(str(n), f"Nummer {n}", "Groep") for n in range(9)),
        ),
        Field(
            "sector", FieldKind.CHOICE, "Voor wie", options=(Option("po", "Basisschool"), Option("vo", "Voortgezet"))
        ),
        Field("date", FieldKind.DATE, "Datum"),
        Field("time", FieldKind.TIME, "Van"),
        Field("seats", FieldKind.NUMBER, "Plaatsen", least=1, most=60),
        Field("how", FieldKind.CHOICES, "Hoe", options=(Option("home", "Thuis"), Option("phone", "Telefoon"))),
        Field("text", FieldKind.LONG_TEXT, "Omschrijving"),
        Field("agreed", FieldKind.CONSENT, "Besproken met de gastheer", required=True),
    ),
)


def today() -> Component:
    rows: list[list[Cell]] = [
        ["Ouder zoekt een buddy", "3 dagen", badge("wacht", "warn")],
        ["Café", "2", badge("open", "good")],
    ]
    return html.Div(
        [
            page_header(
                "Vandaag", "Drie dingen vragen om aandacht.", link_button("Noteren", "/werk/cafe", symbol="phone")
            ),
            kpis(kpi("Open vragen", "7", note="2 langer dan een week", symbol="inbox"), kpi("Koppelingen", "11")),
            card(table(["Wat", Column("Wachten", numeric=True), "Stand"], rows, caption="Aandacht"), title="Eerst dit"),
            card(empty_state("Niets in de wachtrij", "Nieuwe berichten komen hier."), title="Berichten"),
            notice(html.P("Morgen is het vakantie."), tone="warn", symbol="triangle-alert"),
            html.Div(
                [
                    dmc.Button("Tel", id="count"),
                    html.Output(id="counted"),
                    dmc.Button("Weiger", id="refuse"),
                    dmc.Button("Breek", id="break"),
                ],
                className="actions",
            ),
        ]
    )


def cafe() -> Component:
    save = dmc.Button("Opslaan", id="save", leftSection=icon("check"))
    drop = confirm("drop", "Afzeggen", title="Café afzeggen?", sentence="Iedereen krijgt bericht.", yes="Zeg af")
    inside = html.Div(form_controls(FORM), className="fields")
    return html.Div([page_header("Café bewerken"), card(inside, html.Div([save, drop], className="actions"))])


def trend() -> Component:
    lines = [
        {"type": "scatter", "x": ["jan", "feb"], "y": [n, 5], "name": f"Lijn {n}", **line_style(n)} for n in range(3)
    ]
    drawn = chart(
        {"data": lines, "layout": {}},
        id="lines",
        title="Vragen per maand",
        sentence="Het blijft gelijk.",
        columns=["Lijn", Column("jan", numeric=True)],
        rows=[["Lijn 0", 0]],
        note="Bijgewerkt om 07:00.",
    )
    return html.Div([page_header("Trends"), drawn])


def one(number: int, month: str = "geen") -> Component:
    return html.Div([html.H1(f"Nummer {number}"), html.P(f"maand {month}"), dcc.Link("Terug", href="/werk/")])


def register_today(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("counted", "children"), Input("count", "n_clicks"), roles=COORDINATOR, prevent_initial_call=True)
    def count(clicks: int) -> str:
        return f"{clicks} keer"

    @callbacks(
        Output("counted", "title"),
        Input("refuse", "n_clicks"),
        Input("break", "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def fail(refusals: int | None, _breaks: int | None) -> str:
        raise Refused("not_found") if refusals else ZeroDivisionError("a bug")


def register_cafe(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors("cafe"),
        Input("save", "n_clicks"),
        field_values("cafe"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(_clicks: int, values: list[object]) -> list[str | None]:
        checked = check(FORM, typed(FORM, values))
        if not checked.errors:
            toast("Opgeslagen")
        return errors_of(FORM, checked.errors)

    @callbacks(
        Output("save", "children"), confirmed("drop"), State("save", "id"), roles=COORDINATOR, prevent_initial_call=True
    )
    def drop(_clicks: int, _id: str) -> str:
        return "Afgezegd"


PAGES = (
    Page("/werk/", lazy("Vandaag"), COORDINATOR, today, register_today, icon="house", group=WORK),
    Page("/werk/cafe", lazy("Café bewerken"), COORDINATOR, cafe, register_cafe, icon="coffee", group=WORK),
    Page("/werk/buddy", lazy("Mijn koppelingen"), BUDDY, trend, icon="heart-handshake"),
    Page("/werk/trends", lazy("Trends"), POLICY, trend, icon="trending-up", group=INSIGHT, charts=True),
    Page("/werk/nummer/<int:number>", lazy("Nummer"), POLICY, one, query=("month", "number")),
)
