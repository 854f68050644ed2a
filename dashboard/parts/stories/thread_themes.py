"""A theme of the common thread as a card: quotes, typical words, what comes together, and where it leads."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts import card
from dashboard.parts.improving.improvement_words import ACTIONS
from dashboard.parts.stories.thread_findings import question_of
from domain.stories.common_thread import ThemeTold
from i18n import _
from store.queries import choices
from store.queries.improving import quality
from store.sessions import Session
from trends import text

POLICY_PAGE = "/werk/beleid"
Links = Sequence[tuple[str, str]]


def theme_cards(session: Session, found: Sequence[ThemeTold]) -> list[Component]:
    """Those with a number to show, in their order; what is about their topics as links."""
    groups, group_of = choices.topic_groups(session), {one.code: one.group_code for one in choices.topics(session)}
    about = quality.titles_by_topic(session)
    return [_card(one, _trends(one, groups, group_of), _improvements(one, about)) for one in found]


def _card(one: ThemeTold, trends: Links, improvements: Links) -> Component:
    quotes = html.Ul(
        [html.Li(html.Blockquote(quote.words, lang=quote.spoken)) for quote in one.quotes], className="quotes"
    )
    none = html.P(_("Nog geen citaat vrijgegeven."), className="note")
    return card(
        html.P(one.help),
        html.P(_("{n} verhalen", n=text.amount(one.now)).capitalize(), className="chart-says"),
        quotes if one.quotes else none,
        _words(_("Typische woorden"), one.words),
        _words(_("Komt samen met"), one.together),
        _words(
            _("Vaker gekozen dan elders"), [f"{question_of(asked)} {choice}" for asked, choice in one.chosen], " · "
        ),
        _links(_("De vragen hierover"), trends),
        _links(_("Wat wij eraan doen"), improvements),
        title=one.name,
        className="theme",
    )


def _words(heading: str, words: Sequence[str], between: str = ", ") -> Component | None:
    return html.P([html.Strong(f"{heading}: "), between.join(words)]) if words else None


def _links(heading: str, links: Links) -> Component | None:
    if not links:
        return None
    shown = [html.Li(dcc.Link(name, href=href)) for name, href in links]
    return html.Div([html.H3(heading), html.Ul(shown)], className="leads-to")


def _trends(one: ThemeTold, groups: Mapping[str, str], group_of: Mapping[str, str]) -> Links:
    """The trend of each group of topics that goes with the theme."""
    codes = dict.fromkeys(group_of[code] for code in one.topics if code in group_of)
    return [(groups[code], f"{POLICY_PAGE}?groep={code}") for code in codes if code in groups]


def _improvements(one: ThemeTold, about: Mapping[str, Sequence[tuple[int, str]]]) -> Links:
    found = dict(improvement for topic in one.topics for improvement in about.get(topic, ()))
    return [(title, f"{ACTIONS}/{number}") for number, title in found.items()]
