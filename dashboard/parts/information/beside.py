"""What stands beside a text while it is written: how people will read it, and the same page in another language."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.information.versions import differences
from dashboard.parts.information.words import languages
from dashboard.parts.pieces import empty_state, notice
from i18n import _
from i18n.texts import SOURCE
from store.queries import articles
from store.queries.articles import Listed, Text
from store.sessions import Session

EXAMPLE = "example"


def beside(session: Session, one: Listed, spoken: str) -> Component:
    """Who translates sees the text to translate first, who writes sees how people will read it."""
    others = [(code, name) for code, name in languages() if code != spoken]
    tabs = [
        dmc.TabsTab(_("Zo lezen mensen het"), value=EXAMPLE),
        *(dmc.TabsTab(html.Span(name, lang=code), value=code) for code, name in others),
    ]
    panels = [
        dmc.TabsPanel(html.Div(id="article-preview"), value=EXAMPLE),
        *(dmc.TabsPanel(_other(session, one, spoken, code), value=code) for code, _name in others),
    ]
    first = EXAMPLE if spoken == SOURCE else SOURCE
    return html.Div(dmc.Tabs([dmc.TabsList(tabs), *panels], value=first), className="card beside")


def _other(session: Session, one: Listed, spoken: str, code: str) -> Component:
    text = one.newest.get(code)
    if text is None:
        return empty_state(_("Nog geen tekst"), _("In deze taal schreef nog niemand iets."), symbol="languages")
    return html.Div([_changed(session, one, spoken, text), _read(text)], className="stack")


def _changed(session: Session, one: Listed, spoken: str, source: Text) -> Component | None:
    """What is different in the Dutch text since this language was right."""
    own = one.newest.get(spoken)
    if own is None or source.spoken != SOURCE or not one.is_behind(spoken):
        return None
    known = (text for text in articles.versions(session, one.about.id, SOURCE) if not own.is_older_than(text))
    before = next(known, None)
    said = _("Dit veranderde in het Nederlands sinds deze vertaling klopte:")
    return (
        notice(html.P(html.Strong(said)), differences(source, before), tone="warn", symbol="history")
        if before
        else None
    )


def _read(text: Text) -> Component:
    """As it was typed, marks and all: a translator needs them too."""
    rows = [(_("Titel"), text.title), (_("In één of twee zinnen"), text.summary), (_("Tekst"), text.body)]
    parts = [part for name, words in rows for part in (html.Dt(name), html.Dd(words or "–", lang=text.spoken))]
    return html.Dl(parts, className="other-language")
