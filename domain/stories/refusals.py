"""What refusals about stories say on screen: without “u” or “je”, since parents and young people read them."""

from collections.abc import Mapping

from i18n import lazy

STORIES: Mapping[str, lazy] = {
    "story.code_mistyped": lazy(
        "Deze code klopt niet. Het zijn drie groepjes van vijf letters en cijfers. "
        "De letters i, l, o en u zitten er nooit in, de cijfers 0 en 1 ook niet."
    ),
    "story.code_unknown": lazy("Bij deze code is er geen verhaal. Misschien is het al gewist."),
    "story.consent_needed": lazy("Kies wat er met het verhaal mag gebeuren."),
    "story.decided": lazy(
        "Dit verhaal is al nagekeken, met de eerste keuze. Mag dat niet meer? Wis het dan met de code."
    ),
    "story.empty": lazy("Er staat nog niets. Een paar zinnen is genoeg."),
    "story.is_a_file": lazy("Dit lijkt een foto of een bestand. Vertel het hier in woorden."),
    "story.no_words": lazy("Er staan nog geen woorden. Vertel in een paar woorden wat er gebeurde."),
    "story.read_already": lazy("Het eerste verhaal kan niet meer worden vervangen. Wissen met de code kan wel."),
    "story.sent_already": lazy("Dit is al verstuurd, met een andere tekst. Kies wat er moet gebeuren."),
    "story.too_long": lazy("Dit zijn {now} tekens. Er passen er {most}. Alles staat er nog: haal er iets af."),
    "story.too_many": lazy(
        "Er komen nu veel verhalen binnen. Wacht {minutes} minuten en ga dan verder. De tekst staat er nog."
    ),
    "story.too_many_topics": lazy("Kies hoogstens {most} onderwerpen."),
}
