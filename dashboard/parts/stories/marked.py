"""A story with what may give somebody away marked in it, each mark with the word for what it is."""

from collections.abc import Iterable, Iterator

from dash import html
from dash.development.base_component import Component

from domain.stories.finding.replacing import what_it_is
from domain.stories.finding.spans import Span


def marked(text: str, found: Iterable[Span]) -> Component:
    """The text, line by line as it was told. A mark that touches an earlier one is left out."""
    return html.Div(list(_pieces(text, sorted(found, key=lambda one: (one.starts, -one.ends)))), className="story-text")


def _pieces(text: str, found: Iterable[Span]) -> Iterator[Component | str]:
    at = 0
    for one in found:
        if at <= one.starts < one.ends <= len(text):
            yield text[at : one.starts]
            yield html.Mark([text[one.starts : one.ends], html.Small(f" {what_it_is(one.kind)}")])
            at = one.ends
    yield text[at:]
