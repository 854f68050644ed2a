"""The story table: quotes and questions to talk about, in large print, one sheet of paper per theme."""

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import THREAD, Page
from dashboard.pages.stories.common_thread import PATH, QUERY, TABLE_PATH
from dashboard.parts import card, empty_state, icon, page_header
from dashboard.parts.trends.filters import school_year_name
from domain.stories import common_thread
from domain.stories.common_thread import ThemeTold
from i18n import _, lazy, n_
from trends import text
from web.services import Services

QUESTIONS = (
    lazy("Wat raakt u in deze woorden?"),
    lazy("Herkent u dit uit uw eigen werk?"),
    lazy("Wat ging hier goed? Hoe komt dat?"),
    lazy("Wie had iets kunnen doen, en wat?"),
    lazy("Wat doen wij morgen anders?"),
)

STEPS = (
    lazy("Leg op elke tafel één blad. Vier tot zes mensen aan een tafel."),
    lazy("Lees de citaten hardop. Blijf daarna een minuut stil. (5 minuten)"),
    lazy("Praat over de vragen op het blad. Wie praat, houdt het kort. (20 minuten)"),
    lazy("Kies met elkaar één ding om te doen. Schrijf het onderaan op. (10 minuten)"),
    lazy("Elke tafel leest voor wat erop staat. Haal de bladen op. (10 minuten)"),
)
RULES = (
    lazy("Raad niet van wie een verhaal is. Herkent u iemand? Zeg het niet."),
    lazy("Wat mensen aan tafel vertellen, blijft aan tafel."),
    lazy("Zoek geen schuldige. Zoek wat er anders kan."),
)
LINES = 4


def layout(jaar: str | None = None) -> Component:
    return html.Div([dcc.Store(id="table-year", data=jaar or ""), html.Div(id="story-table", className="stack")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("story-table", "children"), Input("table-year", "data"), roles=THREAD)
    def show(year: str) -> list[Component]:
        with services.database.reading() as session:
            years = common_thread.years(session)
            wanted = int(year) if year.isdecimal() else max(years, default=0)
            thread = common_thread.of_year(session, wanted)
        shown = [one for one in thread.large if one.quotes] if thread else []
        sheets = [_sheet(one, wanted, (place, len(shown))) for place, one in enumerate(shown, 1)]
        return [_head(), _guide(len(shown)), *sheets] if sheets else [_head(), _nothing()]

    callbacks.clientside(
        "events.print", Output("table-year", "id"), Input("table-print", "n_clicks"), prevent_initial_call=True
    )


def _head() -> Component:
    lead = _("Leg op elke tafel één blad. Lees de citaten hardop, en praat over de vragen.")
    press = dmc.Button(_("Print"), id="table-print", leftSection=icon("printer"))
    header = page_header(_("Verhalentafel"), lead, press, back=(PATH, _("Rode draad")))
    return html.Div(header, className="no-print")


def _guide(sheets: int) -> Component:
    """For whoever leads the conversation; printed first, on a page of its own."""
    lead = n_("Er is {n} blad.", "Er zijn {n} bladen, elk over een thema.", sheets)
    steps = html.Ol([html.Li(str(one)) for one in STEPS])
    rules = html.Ul([html.Li(str(one)) for one in RULES])
    return html.Section(
        [html.H2(_("Voor wie het gesprek leidt")), html.P(lead), steps, html.H3(_("Wat wij afspreken")), rules],
        className="card table-sheet",
    )


def _sheet(one: ThemeTold, year: int, place: tuple[int, int]) -> Component:
    quotes = [html.Blockquote(quote.words, lang=quote.spoken) for quote in one.quotes]
    asked = html.Ol([html.Li(str(question)) for question in QUESTIONS])
    said = _("{n} verhalen", n=text.amount(one.now)).capitalize()
    about = html.P([one.help, html.Br(), f"{said}, {school_year_name(year)}"], className="about")
    told = [html.P([html.Strong(f"{_('Typische woorden')}: "), ", ".join(one.words)])] if one.words else []
    lines = html.Div([html.Div() for _line in range(LINES)], className="to-write-on")
    ours = html.Div([html.H3(_("Wat nemen wij mee? Wie doet het, en wanneer?")), lines], className="on-paper")
    foot = html.P(_("{theme}, blad {n} van {all}", theme=one.name, n=place[0], all=place[1]), className="sheet-foot")
    talk = [html.H3(_("Om over te praten")), asked]
    return html.Section([html.H2(one.name), about, *quotes, *told, *talk, ours, foot], className="card table-sheet")


def _nothing() -> Component:
    sentence = _("Op een blad komen citaten. Zodra er citaten zijn bij een thema dat groot genoeg is, staan ze hier.")
    return card(empty_state(_("Nog geen bladen"), sentence, symbol="message-square-quote"))


PAGE = Page(TABLE_PATH, lazy("Verhalentafel"), THREAD, layout, register=register, query=QUERY)
