"""The register below its form: narrowed as the address says, page by page, and as a file."""

import io
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from openpyxl.workbook import Workbook

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.icons import icon
from dashboard.parts.numbers.csv_file import csv_file
from dashboard.parts.numbers.question_list import question_list
from dashboard.parts.pieces import card
from domain.forms import labels, terms
from domain.people_workbook import looks
from domain.register import export
from i18n import _, month
from store.queries import choices
from store.queries.numbers import questions as entries
from store.queries.numbers.questions import Narrow
from store.sessions import Session
from trends.periods import first_day
from web.services import Services
from web.sessions import current_actor

QUERY = ("maand", "onderwerp", "gemeente", "open", "blad")
A_PAGE = 25
CHOICES = ("question-month", "question-topic", "question-place", "question-open", "question-page")


@dataclass(frozen=True)
class Asked:
    """What the reader narrowed the register to, and which page."""

    narrow: Narrow
    page: int = 1

    @classmethod
    def read(cls, when: object, topic: object, place: object, unfinished: object, page: object = 1) -> "Asked":
        """From the address or the browser; what makes no sense is no choice."""
        chosen = int(when) if isinstance(when, str) and when.isdecimal() and len(when) < 7 else None
        number = int(str(page)) if str(page).isdecimal() and len(str(page)) < 7 else 1
        narrow = Narrow(chosen, _text(topic), _text(place), unfinished in (True, "ja"))
        return cls(narrow, max(1, number))

    def question(self) -> str:
        narrow = self.narrow
        said = {"maand": narrow.month, "onderwerp": narrow.topic, "gemeente": narrow.municipality,
                "open": "ja" if narrow.unfinished else None, "blad": self.page if self.page > 1 else None}  # fmt: skip
        return urlencode({key: value for key, value in said.items() if value is not None})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def register_card(session: Session, said: Mapping[str, str]) -> Component:
    asked = Asked.read(*(said.get(key, "") for key in QUERY))
    notes = dmc.Checkbox(id="question-notes", label=_("Met aantekeningen"), checked=False)
    files = [_file("csv", "CSV"), _file("xlsx", "Excel"), notes, dcc.Download(id="question-file")]
    return card(
        html.Div(_filters(session, asked), className="filters"),
        html.Div(id="question-list"),
        dmc.Pagination(id="question-page", value=asked.page, total=1, hideWithOnePage=True, withControls=False),
        html.Div(files, className="actions"),
        title=_("Laatste vragen"),
    )


def _file(kind: str, words: str) -> Component:
    label = _("Download als {kind}", kind=words)
    return dmc.Button(label, id=f"question-{kind}", variant="default", leftSection=icon("download"))


def _filters(session: Session, asked: Asked) -> list[Component]:
    narrow = asked.narrow
    months = [{"value": str(one), "label": month(first_day(one))} for one in reversed(entries.months(session))]
    about = [{"value": one.code, "label": one.name} for one in choices.topics(session, ended=True)]
    places = [{"value": one.code, "label": one.name} for one in choices.municipalities(session)]
    look: dict[str, Any] = {"clearable": True, "searchable": True, "checkIconPosition": "right"}
    when = str(narrow.month) if narrow.month is not None else None
    return [
        dmc.Select(id=CHOICES[0], label=_("Maand"), data=months, value=when, placeholder=_("Alle maanden"), **look),
        dmc.Select(id=CHOICES[1], label=_("Onderwerp"), data=about, value=narrow.topic,
                   placeholder=_("Alle onderwerpen"), **look),
        dmc.Select(id=CHOICES[2], label=_("Gemeente"), data=places, value=narrow.municipality,
                   placeholder=_("Alle gemeenten"), **look),
        dmc.Checkbox(id=CHOICES[3], label=_("Alleen wat nog loopt"), checked=narrow.unfinished),
    ]  # fmt: skip


def register_register(callbacks: Callbacks, services: Services) -> None:
    chosen = [Input(one, "checked" if one == "question-open" else "value") for one in CHOICES]

    @callbacks(
        Output("question-list", "children"),
        Output("question-page", "total"),
        Output("page-question", "data", allow_duplicate=True),
        *chosen,
        Input("question-changed", "data"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(*values: object) -> tuple[Component, int, str]:
        asked = Asked.read(*values[:5])
        with services.database.reading() as session:
            skip = (asked.page - 1) * A_PAGE
            found, number = entries.page(session, asked.narrow, skip=skip, most=A_PAGE)
            channels = labels(terms(session, "channel"))
        drawn = question_list(found, channels, services.now(), narrowed=asked.narrow != Narrow())
        return drawn, max(1, -(-number // A_PAGE)), asked.question()

    _register_files(callbacks, services)


def _register_files(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("question-file", "data"),
        Input("question-csv", "n_clicks"),
        Input("question-xlsx", "n_clicks"),
        *(State(one, "checked" if one == "question-open" else "value") for one in CHOICES[:4]),
        State("question-notes", "checked"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def download(_csv: object, _xlsx: object, *values: object) -> dict[str, object] | None:
        if not (ctx.triggered and ctx.triggered[0]["value"]):
            return None
        by, now, narrow = current_actor(), services.now(), Asked.read(*values[:4]).narrow
        with services.database.writing() as session:
            rows = export.rows(session, narrow, notes=values[4] is True, by=by, now=now)
        name = _("vragen-{day}", day=f"{now:%Y-%m-%d}")
        if ctx.triggered_id == "question-csv":
            return {"content": csv_file(rows), "filename": f"{name}.csv", "type": "text/csv"}
        return {"content": workbook(rows), "filename": f"{name}.xlsx", "base64": True}


def workbook(rows: Sequence[Sequence[export.Cell]]) -> str:
    """The table as a workbook in base64; text stays text, whatever it begins with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    looks.add(book, _("Vragen"), [looks.Head(str(one), 24) for one in rows[0]], rows[1:])
    written = io.BytesIO()
    book.save(written)
    return b64encode(written.getvalue()).decode()
