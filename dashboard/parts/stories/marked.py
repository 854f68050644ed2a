"""A story with what may give somebody away marked in it, each mark with the word for what it is."""

from collections.abc import Collection, Iterator

from dash import html
from dash.development.base_component import Component

from domain.stories.finding.replacing import what_it_is
from domain.stories.finding.spans import Span
from domain.stories.looking import Looked
from i18n import _
from store.door_states import SecondReading


def marked(text: str, looked: Looked) -> Component:
    """The text, line by line as it was told."""
    return html.Div(list(_pieces(text, looked.found, looked.unsure)), className="story-text")


def _pieces(text: str, found: Collection[Span], unsure: Collection[Span]) -> Iterator[Component | str]:
    at = 0
    for one in found:
        yield text[at : one.starts]
        yield _mark(one.of(text), what_it_is(one.kind), is_unsure=one in unsure)
        at = one.ends
    yield text[at:]


def _mark(words: str, kind: str, *, is_unsure: bool) -> Component:
    if not is_unsure:
        return html.Mark([words, html.Small(f" {kind}")])
    return html.Mark([words, html.Small(" " + _("{kind}, tweede lezer", kind=kind))], className="unsure")


def second_reader(state: SecondReading) -> Component:
    """Whether the second reader saw the story, and if not what to do."""
    said = {
        SecondReading.DONE: _("Ook de tweede lezer zocht naar namen. Gestippeld is wat alleen die zag."),
        SecondReading.WAITING: _("De tweede lezer zag dit verhaal nog niet. Die leest één keer per dag."),
        SecondReading.FAILED: _("De tweede lezer kon dit verhaal niet lezen. Kijk zelf extra goed."),
    }
    return html.P(said[state], className="note")
