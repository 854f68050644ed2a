"""The words of one letter in each language, with what may be filled in and how it would look."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, confirm, confirmed, icon, page_header, toast
from dashboard.parts.setup.letter_samples import sample_values
from dashboard.parts.setup.setup_tabs import LETTERS, ROLES
from domain import catalogue
from domain.post import letter_texts
from domain.post.letter_texts import CATALOGUE, LetterText
from domain.refused import Refused
from domain.texts import say
from i18n import LANGUAGES, _, lazy, speaking
from i18n.texts import SOURCE
from mail.render import Wording, check, fill
from web.services import Services
from web.sessions import current_actor

FORM = (State("letter-key", "data"), State("letter-language", "value"))


def layout(services: Services, key: str) -> Component:
    try:
        text = _load(services, key)
    except Refused:
        return html.Div([page_header(_("Dit bericht is er niet"), back=(LETTERS, _("Berichten")))])
    head = page_header(text.name, text.help, back=(LETTERS, _("Berichten")))
    sheet = html.Div(
        [_words_card(text), html.Div([_fields_card(text), _preview_card()], className="stack")], className="columns"
    )
    return html.Div([head, dcc.Store(id="letter-key", data=key), sheet])


def _words_card(text: LetterText) -> Component:
    languages: Any = [{"value": code, "label": name} for code, name in LANGUAGES.items()]
    words = text.wording(SOURCE)
    reset = confirm(
        "letter-reset",
        _("Zet de standaardtekst terug"),
        title=_("De standaardtekst terugzetten?"),
        sentence=_("Uw eigen tekst verdwijnt, in alle talen."),
        yes=_("Ja, zet terug"),
    )
    save = dmc.Button(_("Bewaar"), id="letter-save", leftSection=icon("check"))
    fields = [
        dmc.Select(id="letter-language", label=_("Taal"), data=languages, value=SOURCE, allowDeselect=False),
        dmc.TextInput(id="letter-title", label=_("Onderwerp"), value=words.title, required=True, debounce=300),
        dmc.Textarea(
            id="letter-body", label=_("Tekst"), value=words.body, required=True, debounce=300, autosize=True, minRows=12
        ),
    ]
    actions = html.Div([save, reset], className="actions")
    return card(html.Div(fields, className="fields"), actions, title=_("De tekst"))


def _fields_card(text: LetterText) -> Component:
    samples = sample_values()
    needed = [_("moet erin") if name in text.needed else "" for name in text.fields]
    rows = [
        html.Li([html.Code(f"{{{name}}}"), f" {samples.get(name, '')} ", html.Strong(must) if must else None])
        for name, must in zip(text.fields, needed, strict=True)
    ]
    explained = html.P(_("Zet een veld tussen accolades. In het bericht komt dan de echte waarde te staan."))
    return card(explained, html.Ul(rows), title=_("Wat u kunt invullen"))


def _preview_card() -> Component:
    return card(html.Output(id="letter-preview"), title=_("Zo ziet het eruit"))


def register(callbacks: Callbacks, services: Services) -> None:
    _register_words(callbacks, services)
    _register_preview(callbacks, services)
    _register_saving(callbacks, services)


def _register_words(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("letter-title", "value"),
        Output("letter-body", "value"),
        Input("letter-language", "value"),
        confirmed("letter-reset"),
        State("letter-key", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def words(chosen: str, reset: object, key: str) -> tuple[str, str]:
        if reset and ctx.triggered_id != "letter-language":
            with services.database.writing() as session:
                catalogue.reset(session, CATALOGUE, key, by=current_actor(), now=services.now())
            toast(_("De standaardtekst staat er weer."))
        found = _load(services, key).wording(chosen)
        return found.title, found.body


def _register_preview(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("letter-preview", "children"),
        Input("letter-title", "value"),
        Input("letter-body", "value"),
        *FORM,
        roles=ROLES,
    )
    def preview(title: str | None, body: str | None, key: str, chosen: str) -> list[Component]:
        text, wording = _load(services, key), Wording(title or "", body or "")
        wrong = [*check(wording.title, text.fields), *check(wording.body, text.fields, needed=text.needed)]
        if wrong:
            names = ", ".join(f"{{{name}}}" for name in wrong[0].names)
            return [html.P(say(Refused(wrong[0].key, names=names)), className="error")]
        with speaking(chosen):
            shown = fill(wording, sample_values())
        return [html.H3(shown.title, lang=chosen), html.Div(shown.body, className="letter-preview", lang=chosen)]


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("letter-title", "error"),
        Output("letter-body", "error"),
        Input("letter-save", "n_clicks"),
        State("letter-title", "value"),
        State("letter-body", "value"),
        *FORM,
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(
        _clicks: object, title: str | None, body: str | None, key: str, chosen: str
    ) -> tuple[str | None, str | None]:
        if chosen not in LANGUAGES:
            raise Refused("not_found")
        wording, by, now = Wording(title or "", body or ""), current_actor(), services.now()
        try:
            with services.database.writing() as session:
                letter_texts.change(session, key, chosen, wording, by=by, now=now)
        except Refused as refused:
            if refused.field is None:
                raise
            return (say(refused), None) if refused.field == "title" else (None, say(refused))
        toast(_("Bewaard. De volgende berichten gaan met deze tekst."))
        return None, None


def _load(services: Services, key: str) -> LetterText:
    with services.database.reading() as session:
        return letter_texts.load(session, key)


PAGE = Page(f"{LETTERS}/<key>", lazy("Bericht"), ROLES, layout, register)
