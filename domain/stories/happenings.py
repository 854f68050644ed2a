"""What the journal tells about stories; never which one, and never when somebody told it."""

from collections.abc import Mapping

from i18n import lazy

STORIES: Mapping[str, lazy] = {
    "schools.changed": lazy("Lijst met scholen gewijzigd"),
    "story.released": lazy("Verhaal vrijgegeven"),
    "story.kept_back": lazy("Verhaal tegengehouden"),
    "story.taken_back": lazy("Besluit over een verhaal teruggenomen"),
    "story.quoted": lazy("Citaat vrijgegeven"),
    "story.told": lazy("Verhalen verteld"),
    "story.urgent": lazy("Verhaal met woorden van gevaar"),
    "story.numbers": lazy("Aantallen verhalen van een schooljaar vrijgegeven"),
}
