"""A small dashboard to test the frame with: two people, a few pages and callbacks, no database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.access import Callbacks
from dashboard.build import build
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
from domain.actors import Actor, Role
from domain.checking import check
from domain.forms import Field, FieldKind, Form, Option
from domain.organisation import Organisation
from domain.refused import Refused
from i18n import lazy
from store.database import Database
from store.keys import Keyring
from web.server import make_server
from web.services import Services

PEOPLE = {
    "coordinator": Actor("Marieke de Vries", frozenset({Role.COORDINATOR}), account_id=1),
    "buddy": Actor("Anna El Idrissi", frozenset({Role.BUDDY}), account_id=2, buddy_id=3),
}
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


def services(folder: Path) -> Services:
    keys = Keyring(encryption=(b"1" * 32,), index=b"i" * 32)
    return Services(Database(f"sqlite:///{folder}/unused.db", keys), lambda: datetime(2026, 11, 24, 10, tzinfo=UTC), "")


def sample(folder: Path, pages: tuple[Page, ...] = PAGES) -> Flask:
    """A server with the sample dashboard; a token is the name of a person."""
    server = make_server(
        secret_key=b"s" * 32,
        load_actor=PEOPLE.get,
        secure_cookies=False,
        organisation=lambda: Organisation(invented="yes"),
    )
    build(server, services(folder), pages)
    return server


def signed_in(server: Flask, token: str, form_token: str = "t" * 32) -> FlaskClient:
    client = server.test_client()
    with client.session_transaction() as session:
        session.update(token=token, csrf=form_token)
    return client


def call(
    client: FlaskClient, output: str, *inputs: tuple[str, str, object], token: str = "t" * 32, **headers: str
) -> TestResponse:
    """Call a callback as the browser does."""
    id_, property_ = output.rsplit(".", 1)
    body: dict[str, Any] = {
        "output": output,
        "outputs": {"id": id_, "property": property_},
        "inputs": [{"id": id_, "property": property_, "value": value} for id_, property_, value in inputs],
        "changedPropIds": [f"{id_}.{property_}" for id_, property_, _value in inputs][:1],
    }
    return client.post("/werk/_dash-update-component", json=body, headers={"X-CSRFToken": token, **headers})
