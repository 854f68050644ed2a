"""The steps of importing, before there is a file."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from domain.importing import files
from domain.importing.kinds import REGISTERS
from domain.refused import Refused
from domain.texts import say
from i18n import _


def too_large() -> str:
    return say(Refused("import.too_large", megabytes=files.MOST_MEGABYTES))


def file_card() -> Component:
    drop = dcc.Upload(upload_face(), id="import-upload", className="drop", accept=".xlsx,.csv,.txt")
    sample = dmc.Button(_("Bekijk een voorbeeld"), id="import-sample", variant="default", leftSection=icon("download"))
    said = html.Div(id="import-said", role="alert")
    return card(drop, said, sample, dcc.Download(id="import-download"), title=_("1. Kies een bestand"))


def columns_card() -> Component:
    kinds = [{"value": kind.value, "label": str(register.label)} for kind, register in REGISTERS.items()]
    choices = [
        dmc.Select(id="import-kind", label=_("Wat staat erin?"), data=kinds, allowDeselect=False),
        dmc.Select(id="import-sheet", label=_("Welk blad?"), allowDeselect=False),
    ]
    go = html.Div(dmc.Button(_("Bekijk wat erin komt"), id="import-look", leftSection=icon("eye")), className="actions")
    inside = [html.Div(choices, className="row"), html.Div(id="import-columns", className="stack"), go]
    return html.Div(
        card(html.Div(inside, className="stack"), title=_("2. Wat staat waar?")), id="import-second", hidden=True
    )


def preview_part() -> Component:
    how = dmc.RadioGroup(
        html.Div([
            dmc.Radio(label=_("Alleen de goede rijen"), value="good", size="md"),
            dmc.Radio(label=_("Alles of niets: is er één rij fout, dan komt er niets binnen"), value="all", size="md"),
        ], className="options"),
        id="import-how", label=_("Wat lezen we in?"), value="good",
    )  # fmt: skip
    take = dmc.Button(_("Lees in"), id="import-take", leftSection=icon("check"))
    inside = [
        html.H2(_("3. Klopt het?")),
        html.Div(id="import-preview", className="stack"),
        card(how, html.Div(take, className="actions")),
    ]
    return html.Div(html.Div(inside, className="stack"), id="import-third", hidden=True)


def history_card() -> Component:
    return card(html.Div(id="import-history"), title=_("Eerder ingelezen"))


def upload_face() -> list[Component]:
    """What stands in the field where a file is dropped."""
    button = dmc.Button(_("Kies een bestand"), leftSection=icon("upload"))
    limits = _("Excel (.xlsx) of CSV. Hoogstens 10 MB en 20.000 rijen.")
    return [button, html.Span(_("of sleep het hierheen")), html.Span(limits, className="note")]
