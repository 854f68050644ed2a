"""Pages of information that somebody should look at again, said on the page of today."""

from dash import dcc
from dash.development.base_component import Component

from dashboard.parts.information.words import PATH
from dashboard.parts.pieces import notice
from i18n import n_


def late_reviews(late: int) -> list[Component]:
    if not late:
        return []
    words = n_(
        "{n} pagina met informatie is toe aan nakijken.", "{n} pagina's met informatie zijn toe aan nakijken.", late
    )
    return [notice(dcc.Link(words, href=PATH), tone="warn", symbol="book-open")]
