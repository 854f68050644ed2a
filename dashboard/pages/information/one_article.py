"""One page of information: its text in each language beside how people will see it, and everything about it."""

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import aria, card, form_controls, icon, notice, page_header
from dashboard.parts.fields import FIELD
from dashboard.parts.information import about_form
from dashboard.parts.information.acts import acts_card, register_acts
from dashboard.parts.information.beside import beside
from dashboard.parts.information.preview import preview
from dashboard.parts.information.putting_back import room_for_what_came_back
from dashboard.parts.information.saving import register_saving
from dashboard.parts.information.text_form import FORM, text_form, values_of, words_typed
from dashboard.parts.information.versions import versions_card
from dashboard.parts.information.words import PATH, checked, languages, standing, to_review
from dashboard.parts.news import news, register_news
from domain.local_time import wall
from i18n import _, lazy
from i18n.texts import SOURCE
from store.queries import articles
from store.queries.articles import Listed
from web.services import Services

EVERY_VALUE = {"type": FIELD, "form": FORM, "key": ALL}


def layout(services: Services, number: int, tekst: str = SOURCE) -> Component:
    spoken = tekst if tekst in dict(languages()) else SOURCE
    with services.database.reading() as session:
        one = articles.one(session, number)
        if one is None:
            return html.Div([page_header(_("Deze pagina is er niet"), back=(PATH, _("Informatie")))])
        about = about_form.about_form(session, one.about.topics)
        other = beside(session, one, spoken)
    text = one.newest.get(spoken)
    values = values_of(text)
    return html.Div(
        [
            page_header(one.title, back=(PATH, _("Informatie")), action=_look(one)),
            dcc.Store(id="article-about", data={"number": number, "language": spoken}),
            dcc.Store(id="article-seen", data={"number": text.number if text else 0, "values": values}),
            dcc.Store(id="article-typed", data=values),
            *_room_for_what_happens(),
            html.Div([_tabs(number, spoken), html.Div(id="article-standing")]),
            html.Div([_editor(values), other], className="columns"),
            html.Div(
                [
                    acts_card(about, about_form.opened(one.about, services.now())),
                    html.Div([room_for_what_came_back(), html.Div(id="article-versions")]),
                ],
                className="columns",
            ),
        ],
        className="stack",
    )


def _room_for_what_happens() -> list[Component]:
    return [dcc.Store(id="article-changed"), html.Div(id="article-kept"), news("article-said")]


def _editor(values: dict[str, object]) -> Component:
    text = [
        html.Div(_draft_notice(), id="article-draft", hidden=True, role="status"),
        html.Div(form_controls(text_form(), values), className="fields"),
        html.Div(_buttons(), className="actions"),
    ]
    return card(*text, title=_("De tekst"))


def _look(one: Listed) -> Component | None:
    if one.about.is_withdrawn or not one.published:
        return None
    inside: list[Component | str] = [icon("external-link"), _("Bekijk op de website")]
    return html.A(inside, href=f"/informatie/{one.about.slug}", target="_blank", className="link-button second")


def _draft_notice() -> Component:
    again = html.Button(
        [icon("undo-2"), _("Terug naar wat bewaard is")],
        id="article-drop",
        type="button",
        className="link-button second",
    )
    newer = _("Daarna bewaarde iemand een nieuwere tekst. Kies Bewaar: u ziet beide teksten naast elkaar.")
    older = html.P(newer, id="article-draft-older", hidden=True)
    return notice(html.P(_("Dit typte u eerder en is nog niet bewaard.")), older, again)


def _buttons() -> list[Component]:
    return [
        dmc.Button(_("Bewaar en publiceer"), id="article-publish", leftSection=icon("globe")),
        dmc.Button(_("Bewaar"), id="article-save", variant="default"),
    ]


def _tabs(number: int, spoken: str) -> Component:
    links = []
    for code, name in languages():
        here = code == spoken
        shown = (
            html.Span(name, className="tab here", **aria(current="page"))
            if here
            else html.A(name, href=f"{PATH}/{number}?tekst={code}", className="tab")
        )
        links.append(html.Li(shown, lang=code))
    return html.Nav(html.Ul(links), className="tabs", **aria(label=_("Taal van de tekst")))


def register(callbacks: Callbacks, services: Services) -> None:
    register_saving(callbacks, services)
    register_news(callbacks, "article-said")
    register_acts(callbacks, services)
    _register_drafts(callbacks)

    @callbacks(
        Output("article-preview", "children"),
        Input("article-typed", "data"),
        State("article-about", "data"),
        roles=COORDINATOR,
    )
    def look(values: dict[str, object] | None, about: dict[str, str]) -> Component:
        with services.database.reading() as session:
            return preview(session, words_typed(values or {}), about["language"])

    @callbacks(
        Output("article-standing", "children"),
        Output("article-versions", "children"),
        Input("article-changed", "data"),
        State("article-about", "data"),
        roles=COORDINATOR,
    )
    def show(_changed: object, about: dict[str, str]) -> tuple[Component | None, Component | None]:
        with services.database.reading() as session:
            one = articles.one(session, int(about["number"]))
            found = articles.versions(session, int(about["number"]), about["language"])
        return (_standing(one, services), versions_card(found)) if one else (None, None)


def _standing(one: Listed, services: Services) -> Component:
    today = wall(services.now())[0]
    lines = [
        html.Li([html.Span(name, className="label"), standing(one, code), checked(one, code)])
        for code, name in languages()
    ]
    review = html.Li([html.Span(_("Nakijken"), className="label"), to_review(one, today)])
    return html.Ul([*lines, review], className="standing-of", **aria(label=_("Zo staat het ervoor")))


def _register_drafts(callbacks: Callbacks) -> None:
    values = Output(EVERY_VALUE, "value", allow_duplicate=True)
    callbacks.clientside(
        "articles.restore",
        values,
        Output("article-seen", "data", allow_duplicate=True),
        Input("article-about", "data"),
        State("article-seen", "data"),
        prevent_initial_call="initial_duplicate",
    )
    callbacks.clientside(
        "articles.keep",
        Output("article-kept", "id"),
        Input(EVERY_VALUE, "value"),
        Input("article-seen", "data"),
        State("article-about", "data"),
        prevent_initial_call=True,
    )


PAGE = Page(
    f"{PATH}/<int:number>", lazy("Pagina met informatie"), COORDINATOR, layout, register=register, query=("tekst",)
)
