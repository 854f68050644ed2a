"""What refusals about the quality cycle say on screen."""

from collections.abc import Mapping

from i18n import lazy

IMPROVING: Mapping[str, lazy] = {
    "marker.backwards": lazy("De laatste dag kan niet voor de eerste dag liggen."),
    "marker.name_needed": lazy("Vul in wat er gebeurde."),
}
