"""What refusals about the register of questions say on screen."""

from collections.abc import Mapping

from i18n import lazy

REGISTER: Mapping[str, lazy] = {
    "question.changed_meanwhile": lazy("Iemand anders heeft deze vraag net gewijzigd. Kijk wat er veranderd is."),
    "question.channel": lazy("Kies hoe de vraag binnenkwam."),
    "question.date": lazy("Kies een datum tussen 1 januari 2000 en vandaag."),
    "question.nothing_tallied": lazy("Er is nog niets geteld. Tik eerst op + bij een onderwerp."),
    "question.place": lazy("Deze plaats kennen we niet. Kies een dorp of gemeente uit de lijst."),
    "question.tallied_too_many": lazy("U kunt per keer tot {most} vragen tellen. Sla dit eerst op en ga dan verder."),
    "question.topic_ended": lazy("“{topic}” kon op deze dag niet gekozen worden. Kies een ander onderwerp."),
    "question.topics": lazy("Kies één tot {most} onderwerpen uit de lijst."),
    "question.undo_too_late": lazy("Ongedaan maken kan tot {minutes} minuten na het opslaan."),
}
