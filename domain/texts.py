"""What a refusal says on screen: one sentence that tells what to do."""

from collections.abc import Mapping

from domain.refused import Refused
from i18n import _, lazy

REFUSALS: Mapping[str, lazy] = {
    "account.wrong": lazy("Deze combinatie van e-mailadres en wachtwoord kennen we niet."),
    "account.mail_taken": lazy("Er is al een gebruiker met dit e-mailadres."),
    "account.password_short": lazy("Kies een wachtwoord van minstens {least} tekens."),
    "account.last_administrator": lazy("Er moet minstens één beheerder zijn. Maak eerst iemand anders beheerder."),
    "catalogue.unknown": lazy("Deze instelling bestaat niet (meer). Laad de pagina opnieuw."),
    "form.incomplete": lazy("Controleer de velden die gemarkeerd zijn."),
    "limit.reached": lazy("U hebt dit vaak geprobeerd. Wacht {minutes} minuten en probeer het dan opnieuw."),
    "link.unknown": lazy("Deze link werkt niet (meer). Neem contact met ons op, dan helpen we u verder."),
    "not_allowed": lazy("Dit mag u niet bekijken of wijzigen."),
    "not_found": lazy("Dit bestaat niet (meer)."),
}


def say(refused: Refused) -> str:
    """The refusal as a sentence in the reader's language."""
    return _(REFUSALS[refused.key].text, **refused.values)
