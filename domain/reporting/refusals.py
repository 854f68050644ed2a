"""What refusals about reports and kept views say on screen."""

from collections.abc import Mapping

from i18n import lazy

REPORTING: Mapping[str, lazy] = {
    "report.address": lazy("Dit is geen e-mailadres: {address}"),
    "report.approved": lazy("Dit rapport is al goedgekeurd. Trek eerst de goedkeuring in."),
    "report.long": lazy("Maak deze tekst korter: hoogstens {most} tekens."),
    "report.name_needed": lazy("Goedkeuren doet u onder uw eigen naam."),
    "report.not_approved": lazy("Dit rapport is nog niet goedgekeurd. Er gaat niets weg voordat iemand dat doet."),
    "report.readers_needed": lazy("Kies wie het rapport krijgt, of vul een e-mailadres in."),
    "report.replaced": lazy("Van dit rapport is een nieuwere versie. Gebruik die."),
    "report.sent": lazy("Dit rapport is al verstuurd."),
    "report.too_many": lazy("Vul hoogstens {most} e-mailadressen in."),
    "view.address": lazy("Deze pagina kunt u niet bewaren."),
    "view.name_needed": lazy("Geef de weergave een naam."),
    "view.name_taken": lazy("U hebt al een weergave met deze naam. Kies een andere naam."),
    "view.too_many": lazy("U hebt al {most} weergaven. Haal er eerst een weg."),
}
