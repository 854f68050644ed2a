"""A story as it is shown to its teller: what was found stands out, everything else is plain text."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from domain.stories.finding.replacing import what_it_is
from domain.stories.finding.spans import Span

MARK = Markup('<mark>{}<span class="kind"> ({})</span></mark>')


def marked(text: str, found: Sequence[Span]) -> Markup:
    """The text in safe HTML, each finding marked with what it may be in words."""
    parts, at = [], 0
    for span in found:
        parts += [escape(text[at : span.starts]), MARK.format(span.of(text), what_it_is(span.kind))]
        at = span.ends
    return Markup("").join((*parts, escape(text[at:])))
