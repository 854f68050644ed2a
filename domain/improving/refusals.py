"""What refusals about the quality cycle say on screen."""

from collections.abc import Mapping

from i18n import lazy

IMPROVING: Mapping[str, lazy] = {
    "improvement.backwards": lazy("Het einde kan niet voor het begin liggen."),
    "improvement.changed_meanwhile": lazy("Iemand anders heeft dit net gewijzigd. Kijk wat er veranderd is."),
    "improvement.title_needed": lazy("Vul een korte titel in."),
    "marker.backwards": lazy("De laatste dag kan niet voor de eerste dag liggen."),
    "marker.changed_meanwhile": lazy("Iemand anders heeft dit net gewijzigd. Kijk wat er veranderd is."),
    "marker.name_needed": lazy("Vul in wat er gebeurde."),
    "signal.backwards": lazy("De laatste maand kan niet voor de eerste maand liggen."),
    "signal.reason_needed": lazy("Vul in waarom. Uw collega's lezen het."),
    "signal.too_long": lazy("Kies hoogstens {most} maanden."),
    "signal.words_needed": lazy("Schrijf in een paar woorden op wat u ziet."),
    "told.half_english": lazy("Vul de Engelse titel en de Engelse tekst allebei in, of laat ze allebei leeg."),
    "told.text_needed": lazy("Schrijf op wat ouders mogen lezen."),
}
