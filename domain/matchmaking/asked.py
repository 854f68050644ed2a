"""What a parent asks, in words that tell nothing about who asks: for staff, for the buddy and for the parent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import catalogue
from i18n import _
from store.queries.matchmaking.offered import Offered
from store.queries.matchmaking.requests import Asked


@dataclass(frozen=True)
class Described:
    """A buddy in general words."""

    topics: str
    contact: str
    style: str


def terms(session: Session) -> Mapping[str, str]:
    """The label of every term by `list.key`, those switched off too: old rows keep their words."""
    return {one.key: one.label for one in catalogue.entries(session, "term", all_of_them=True)}


def describe(asked: Asked, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Headings with what was said about each; what was left open is left out."""
    rows = (
        (_("Onderwerp"), ", ".join(name for _code, name in asked.topics)),
        (_("Gemeente"), asked.municipality),
        (_("Leeftijd van het kind"), _label(labels, "age_band", asked.age_band)),
        (_("Soort onderwijs"), _label(labels, "sector", asked.sector)),
        (_("Manier van contact"), _labels(labels, "contact_mode", asked.contact_modes)),
        (_("Wanneer"), _labels(labels, "moment", asked.moments)),
        (_("Taal"), _labels(labels, "language", asked.languages)),
        (_("Zoekt vooral"), _label(labels, "style", asked.style)),
        (_("Wens"), _("Liever geen buddy uit de eigen gemeente") if asked.avoid_own_municipality else ""),
    )
    return tuple((heading, text) for heading, text in rows if text)


def described_buddy(one: Offered, labels: Mapping[str, str]) -> Described:
    """What a parent may know of a buddy before both said yes."""
    return Described(
        topics=", ".join(one.topics) or _("Iets dat lijkt op wat u vroeg"),
        contact=_labels(labels, "contact_mode", one.contact_modes),
        style=_label(labels, "style", one.style),
    )


def reasons(declined_by: str | None) -> str:
    """The list of terms from which this side chose its reason to say no."""
    return "parent_decline_reason" if declined_by == "parent" else "decline_reason"


def _label(labels: Mapping[str, str], name: str, key: str | None) -> str:
    return labels.get(f"{name}.{key}", key) if key else ""


def _labels(labels: Mapping[str, str], name: str, keys: Iterable[str]) -> str:
    return ", ".join(_label(labels, name, key) for key in keys)
