"""What refusals about the region and its pupils say on screen."""

from collections.abc import Mapping

from i18n import lazy

REGIONS: Mapping[str, lazy] = {
    "pupils.bad_lines": lazy("Regel {lines} klopt nog niet. Hieronder staat waarom."),
    "pupils.lines_needed": lazy("Plak minstens één gemeente met een aantal leerlingen."),
    "pupils.source_needed": lazy("Schrijf op waar de aantallen vandaan komen."),
    "region.municipality_needed": lazy("Kies minstens één gemeente."),
    "region.name_needed": lazy("Geef de regio een naam."),
    "region.place_needed": lazy("Vul de naam van een dorp of wijk in."),
    "region.place_taken": lazy("{place} hoort al bij {municipality}. Haal het daar eerst weg."),
}
