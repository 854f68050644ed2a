"""What stands on top of a printed trend page: whose numbers, which ones, how fresh, and what is hidden in them."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.trends import words
from dashboard.parts.trends.kind import Kind
from dashboard.parts.trends.section import Shown
from domain import organisation
from i18n import _
from store.queries import choices


def head(kind: Kind, shown: Shown, fresh: str) -> Component:
    """For paper only; on screen the page itself says all of it."""
    return html.Div(
        [
            html.P(organisation.load(shown.session).name, className="printed-by"),
            html.P(str(kind.title), className="printed-title"),
            html.P(asked_in_words(kind, shown)),
            html.P(fresh),
            html.P(kind.note(shown.session)),
        ],
        className="printed",
    )


def asked_in_words(kind: Kind, shown: Shown) -> str:
    """`Overzicht. Schooljaar 2026–2027. Alle onderwerpen. Vergeleken met 2025–2026.`"""
    known = choices.topic_groups(shown.session)
    names = ", ".join(known[code] for code in shown.filters.groups)
    told = (
        str(kind.section(shown.filters.section).title),
        _("Schooljaar {year}", year=words.year_name(shown.picture)),
        _("Alleen {groups}", groups=names) if names else _("Alle onderwerpen"),
        _("Vergeleken met {beside}", beside=words.beside_name(shown.picture)),
    )
    return " ".join(f"{one}." for one in told)
