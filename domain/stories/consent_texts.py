"""What a teller says yes to, in the words they read; a story keeps which text that was.

Change a text and give it another version: a test compares them, so that it is always known what somebody read.
"""

from collections.abc import Mapping

from i18n import lazy
from store.door_states import Audience, Consent

VERSIONS: Mapping[Audience, str] = {Audience.PARENTS: "parents-2026-12", Audience.YOUNG: "young-2026-12"}
WHOLE = frozenset({"parents-2026-12", "young-2026-12"})
"""The versions whose last choice spoke of the whole story. Who read an earlier one agreed to sentences only."""
TEXTS: Mapping[Audience, Mapping[Consent, lazy]] = {
    Audience.PARENTS: {
        Consent.COUNT: lazy("Alleen tellen. Eén medewerker leest uw verhaal. Verder ziet niemand uw woorden."),
        Consent.QUOTE: lazy(
            "Tellen, en zinnen uit mijn verhaal laten lezen binnen het samenwerkingsverband. "
            "Dat is de groep scholen die samen hulp op school regelt."
        ),
        Consent.PUBLISH: lazy("Tellen, en mijn verhaal laten lezen aan iedereen, heel of in zinnen, ook op deze site."),
    },
    Audience.YOUNG: {
        Consent.COUNT: lazy("Alleen tellen. Eén medewerker leest je verhaal. Verder ziet niemand je woorden."),
        Consent.QUOTE: lazy(
            "Tellen, en zinnen uit mijn verhaal laten lezen aan mensen die over hulp op scholen beslissen."
        ),
        Consent.PUBLISH: lazy("Tellen, en mijn verhaal laten lezen aan iedereen, heel of in zinnen, ook online."),
    },
}
YOUNG_EXTRA = lazy(
    "Wij vragen niet hoe je heet. Je ouders en je school krijgen geen bericht. "
    "Twijfel je? Kies dan ‘alleen tellen’, of praat er eerst over met iemand die je vertrouwt."
)


def version(audience: Audience) -> str:
    return VERSIONS[audience]
