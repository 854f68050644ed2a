"""How information is spoken of: where its pages are, its kinds, whom it is for, and how a page stands."""

from collections.abc import Mapping
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.pieces import badge, page_header
from domain.local_time import wall
from i18n import LANGUAGES, _, day, lazy
from store.door_states import ArticleKind, Audience
from store.queries.articles import Listed

PATH = "/werk/informatie"
NEW, WORDS, ADDRESSES = f"{PATH}/nieuw", f"{PATH}/woorden", f"{PATH}/adressen"
TABS = ((PATH, lazy("Pagina's")), (WORDS, lazy("Woorden")), (ADDRESSES, lazy("Adressen")))
KINDS: Mapping[ArticleKind, lazy] = {
    ArticleKind.TOPIC: lazy("Uitleg"),
    ArticleKind.ANSWER: lazy("Vraag met antwoord"),
    ArticleKind.RIGHTS: lazy("Rechten"),
}
AUDIENCES: Mapping[Audience, lazy] = {Audience.PARENTS: lazy("Ouders"), Audience.YOUNG: lazy("Jongeren")}


def information_page(here: str, *content: Component | None, action: Component | None = None) -> Component:
    """One of the three lists below their heading; `here` is its address."""
    links = [html.Li(_tab(path, title, here)) for path, title in TABS]
    lead = _("Wat ouders en jongeren op uw website lezen.")
    tabs = html.Nav(html.Ul(links), className="tabs", **aria(label=_("Soorten informatie")))
    return html.Div([page_header(_("Informatie"), lead, action), tabs, *content])


def _tab(path: str, title: lazy, here: str) -> Component:
    if path == here:
        return html.Span(str(title), className="tab here", **aria(current="page"))
    return dcc.Link(str(title), href=path, className="tab")


def standing(one: Listed, spoken: str) -> Component:
    """How the text of a page in one language stands, in a word."""
    newest, published = one.newest.get(spoken), one.published.get(spoken)
    if one.about.is_withdrawn:
        return badge(_("ingetrokken"), "plain", symbol="eye-off")
    if newest is None:
        return badge(_("nog geen tekst"), "plain", symbol="minus")
    if published is None:
        return badge(_("nog niet gepubliceerd"), "warn", symbol="pencil")
    if published.number != newest.number:
        return badge(_("nieuwere tekst wacht"), "warn", symbol="pencil")
    return badge(_("gepubliceerd"), "good", symbol="check")


def checked(one: Listed, spoken: str) -> Component | None:
    """Whether somebody said that the text in a language is right, and whether it still follows the Dutch one."""
    newest = one.newest.get(spoken)
    if newest is None or one.about.is_withdrawn:
        return None
    if newest.is_draft_content:
        return badge(_("concept, nog nakijken"), "warn", symbol="eye")
    if one.is_behind(spoken):
        return badge(_("loopt achter op het Nederlands"), "warn", symbol="history")
    if newest.checked_at is None:
        return badge(_("nog niet nagekeken"), "plain", symbol="eye")
    return badge(_("nagekeken op {day}", day=day(wall(newest.checked_at)[0], year=True)), "good", symbol="check")


def in_short(one: Listed, spoken: str) -> Component:
    """What matters most of a text in one language, in one word."""
    newest, published = one.newest.get(spoken), one.published.get(spoken)
    if one.about.is_withdrawn or newest is None or published is None or published.number != newest.number:
        return standing(one, spoken)
    if newest.is_draft_content or one.is_behind(spoken):
        return badge(_("concept") if newest.is_draft_content else _("loopt achter"), "warn", symbol="eye")
    return standing(one, spoken)


def to_review(one: Listed, today: date) -> Component | str:
    """When to look at it again; what was never looked at has no day yet."""
    if one.about.review_on is None:
        return "–"
    when = day(one.about.review_on, year=True)
    return badge(_("te laat: {day}", day=when), "bad", symbol="clock") if one.about.is_late(today) else when


def languages() -> list[tuple[str, str]]:
    return list(LANGUAGES.items())
