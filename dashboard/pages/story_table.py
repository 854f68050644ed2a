"""The story table: quotes and questions to talk about, in large print, one sheet of paper per theme."""

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import THREAD, Page
from dashboard.pages.common_thread import PATH, QUERY, TABLE_PATH
from dashboard.parts import card, empty_state, icon, page_header
from dashboard.parts.trends.filters import school_year_name
from domain.stories import common_thread
from domain.stories.common_thread import ThemeTold
from i18n import _, lazy
from trends import text
from web.services import Services

QUESTIONS = (
    lazy("Wat raakt u in deze woorden?"),
    lazy("Herkent u dit uit uw eigen werk?"),
    lazy("Wat ging hier goed? Hoe komt dat?"),
    lazy("Wie had iets kunnen doen, en wat?"),
    lazy("Wat doen wij morgen anders?"),
)


def layout(jaar: str | None = None) -> Component:
    return html.Div([dcc.Store(id="table-year", data=jaar or ""), html.Div(id="story-table", className="stack")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("story-table", "children"), Input("table-year", "data"), roles=THREAD)
    def show(year: str) -> list[Component]:
        with services.database.reading() as session:
            years = common_thread.years(session)
            wanted = int(year) if year.isdecimal() else max(years, default=0)
            thread = common_thread.of_year(session, wanted)
        large = thread.large if thread else ()
        return [_head(), *[_sheet(one, wanted) for one in large if one.quotes]] if any(
            one.quotes for one in large
        ) else [_head(), _nothing()]  # fmt: skip

    callbacks.clientside(
        "events.print", Output("table-year", "id"), Input("table-print", "n_clicks"), prevent_initial_call=True
    )


def _head() -> Component:
    lead = _("Leg op elke tafel één blad. Lees de citaten hardop, en praat over de vragen.")
    press = dmc.Button(_("Print"), id="table-print", leftSection=icon("printer"))
    header = page_header(_("Verhalentafel"), lead, press, back=(PATH, _("Rode draad")))
    return html.Div(header, className="no-print")


def _sheet(one: ThemeTold, year: int) -> Component:
    quotes = [html.Blockquote(quote.words, lang=quote.spoken) for quote in one.quotes]
    asked = html.Ol([html.Li(str(question)) for question in QUESTIONS])
    said = _("{n} verhalen", n=text.amount(one.now)).capitalize()
    about = html.P([one.help, html.Br(), f"{said}, {school_year_name(year)}"], className="about")
    return html.Section(
        [html.H2(one.name), about, *quotes, html.H3(_("Om over te praten")), asked], className="card table-sheet"
    )


def _nothing() -> Component:
    sentence = _("Op een blad komen citaten. Zodra er citaten zijn bij een thema dat groot genoeg is, staan ze hier.")
    return card(empty_state(_("Nog geen bladen"), sentence, symbol="message-square-quote"))


PAGE = Page(TABLE_PATH, lazy("Verhalentafel"), THREAD, layout, register=register, query=QUERY)
