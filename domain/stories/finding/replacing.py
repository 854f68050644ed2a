"""What was found, put together by what it says, and replaced by words that keep the story readable."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.stories.finding.spans import Kind, Span
from i18n import _

NUMBERED = frozenset({Kind.NAME})


@dataclass(frozen=True)
class Suggestion:
    """One thing that may be better left out: `key` is the same for the same words, `instead` what would stand there."""

    key: str
    words: str
    kind: Kind
    instead: str
    times: int


def what_it_is(kind: Kind) -> str:
    """A kind in one word, for a reader."""
    return {
        Kind.MAIL: _("mailadres"),
        Kind.LINK: _("link"),
        Kind.PHONE: _("telefoon"),
        Kind.NUMBER: _("nummer"),
        Kind.ADDRESS: _("adres"),
        Kind.DATE: _("datum"),
        Kind.AGE: _("leeftijd"),
        Kind.SCHOOL: _("school"),
        Kind.PLACE: _("plaats"),
        Kind.ORGANISATION: _("organisatie"),
        Kind.NAME: _("naam"),
    }[kind]


def suggestions(text: str, found: Sequence[Span]) -> tuple[Suggestion, ...]:
    """What to leave out, in the order of the text; the same person gets the same number."""
    counted: dict[str, list[Span]] = {}
    for span in found:
        counted.setdefault(key_of(text, span), []).append(span)
    instead = _instead(text, [spans[0] for spans in counted.values()])
    return tuple(
        Suggestion(key, spans[0].of(text), spans[0].kind, instead[key], len(spans)) for key, spans in counted.items()
    )


def without(text: str, found: Sequence[Span], keys: Collection[str]) -> str:
    """The text with every span of `keys` replaced."""
    instead = {one.key: one.instead for one in suggestions(text, found)}
    parts, at = [], 0
    for span in found:
        key = key_of(text, span)
        if key in keys:
            parts += [text[at : span.starts], instead[key]]
            at = span.ends
    return "".join((*parts, text[at:]))


def key_of(text: str, span: Span) -> str:
    return f"{span.kind}:{' '.join(span.of(text).casefold().split())}"


def _instead(text: str, firsts: Sequence[Span]) -> Mapping[str, str]:
    """The placeholder of each key: numbered for people, and for anything else of which there is more than one."""
    who: dict[Kind, dict[str, int]] = {}
    numbers = {key_of(text, span): _number(who.setdefault(span.kind, {}), _first_word(text, span)) for span in firsts}
    many = {kind for kind, known in who.items() if len(known) > 1}
    return {
        key_of(text, span): f"[{what_it_is(span.kind)} {numbers[key_of(text, span)]}]"
        if span.kind in NUMBERED | many
        else f"[{what_it_is(span.kind)}]"
        for span in firsts
    }


def _first_word(text: str, span: Span) -> str:
    """By what two mentions are taken for the same person: “Mila” and “Mila Jansen”."""
    whole = span.of(text).casefold()
    return whole.split()[0] if span.kind is Kind.NAME else whole


def _number(known: dict[str, int], whom: str) -> int:
    return known.setdefault(whom, len(known) + 1)
