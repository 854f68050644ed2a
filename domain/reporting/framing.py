"""What every report says around its sections: who, which numbers, since when, and how they were made."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from domain import organisation
from i18n import _, day
from reports.document import Document, Section
from store.queries.numbers import published_trends as numbers
from trends import text
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD
from trends.lattice import Level


def framed(
    session: Session, title: str, period: str, lead: str, sections: tuple[Section, ...], freshness: str
) -> Document:
    """The document of a report; it says so when the content is invented."""
    we = organisation.load(session)
    return Document(
        organisation=we.name,
        title=title,
        period=period,
        lead=lead,
        sections=sections,
        computed=_computed(),
        released=freshness,
        invented=_("Voorbeeld: alle namen en cijfers zijn bedacht.") if we.invented else "",
    )


def freshness(session: Session, level: Level, periods: Collection[int], released: datetime) -> str:
    """When the numbers came out, or when what came in late last changed one of them."""
    if revised := numbers.revised_at(session, level.key, periods):
        return _("Cijfers herzien op {day}", day=day(revised, year=True))
    return _("Cijfers vrijgegeven op {day}", day=day(released, year=True))


def hidden() -> str:
    """What is not shown and why; under every table."""
    sensitive = _("Bij gevoelige onderwerpen ligt die grens op {n}.", n=SENSITIVE_THRESHOLD)
    return f"{text.why_hidden()} {sensitive} {text.why_rounded()}"


def _computed() -> tuple[str, ...]:
    threshold = _(
        "Alle cijfers zijn aantallen vragen die het steunpunt opschreef, vrijgegeven na afloop van de periode. "
        "Aantallen onder de {n} tonen we niet, bij gevoelige onderwerpen onder de {sensitive}; de andere ronden we "
        "af op 5. Niemand kan de aantallen in dit rapport met de hand veranderen.",
        n=THRESHOLD,
        sensitive=SENSITIVE_THRESHOLD,
    )
    intervals = _(
        "‘Waarschijnlijk tussen’ is een interval van 95 %: een exact Poisson-interval bij een aantal, een exact "
        "interval bij een factor. Het afronden is erin meegerekend. Iets heet stijgend of dalend als toeval het "
        "verschil slecht verklaart, gerekend over alle onderwerpen samen (Benjamini-Hochberg, 10 %)."
    )
    more_than_one = _(
        "Een vraag kan over meer dan één onderwerp gaan. Meer vragen over een onderwerp betekent niet altijd dat er "
        "meer aan de hand is: het kan ook zijn dat meer ouders ons vinden."
    )
    return threshold, intervals, more_than_one
