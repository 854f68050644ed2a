"""What refusals about questions from parents say on screen."""

from collections.abc import Mapping

from i18n import lazy

INQUIRING: Mapping[str, lazy] = {
    "inquiry.changed_meanwhile": lazy(
        "Iemand anders werkte net ook aan deze vraag. Kopieer uw tekst en laad de pagina opnieuw."
    ),
    "inquiry.code_unknown": lazy(
        "Deze code kennen wij niet. Kijk of elke letter klopt. Na een tijd wissen wij vragen."
    ),
    "inquiry.code_wrong": lazy(
        "Deze code is niet goed overgetypt. Een code heeft 15 letters en cijfers. "
        "De letters i, l, o en u zitten er nooit in, de cijfers 0 en 1 ook niet."
    ),
    "inquiry.counted": lazy("Deze vraag staat al in het register."),
    "inquiry.empty_answer": lazy("Schrijf eerst een antwoord."),
    "inquiry.empty_reaction": lazy("Schrijf eerst een reactie."),
    "inquiry.enough_today": lazy("Vandaag kan er niets meer bij. Wij lezen alles wat er staat. Morgen kan het weer."),
    "inquiry.is_a_file": lazy("Dit lijkt een foto of een bestand. Schrijf het hier in woorden."),
    "inquiry.no_phone": lazy("Bij deze vraag staat geen telefoonnummer."),
    "inquiry.no_words": lazy("Er staan nog geen woorden. Schrijf in een paar woorden wat er is."),
    "inquiry.too_long": lazy("Maak dit {n} tekens korter. Alles staat er nog."),
    "inquiry.too_many_codes": lazy("Dat waren veel codes. Wacht {minutes} minuten en probeer het dan nog eens."),
    "inquiry.too_many": lazy(
        "Er komen nu veel vragen binnen. Wacht {minutes} minuten en stuur dan opnieuw. De tekst staat er nog."
    ),
}
