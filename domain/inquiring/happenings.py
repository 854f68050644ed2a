"""What the journal says about questions from parents. Of who gave no name it never speaks by number."""

from collections.abc import Mapping

from i18n import lazy

INQUIRING: Mapping[str, lazy] = {
    "inquiry.asked": lazy("Vraag van een ouder binnengekomen"),
    "inquiry.reacted": lazy("Ouder reageert op een antwoord"),
    "inquiry.answered": lazy("Vraag van een ouder beantwoord"),
    "inquiry.closed": lazy("Vraag van een ouder gesloten"),
    "inquiry.reopened": lazy("Vraag van een ouder weer geopend"),
    "inquiry.phoned": lazy("Ouder gebeld"),
    "inquiry.not_reached": lazy("Ouder gebeld, niet bereikt"),
    "inquiries.came_in": lazy("Vragen zonder naam binnengekomen"),
    "inquiries.urgent": lazy("Iemand schreef woorden van gevaar"),
    "inquiries.due": lazy("Vragen van ouders die bijna of al te laat zijn"),
    "inquiries.forgotten": lazy("Oude vragen van ouders gewist"),
}
