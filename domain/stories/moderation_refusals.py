"""What refusals say to whoever moderates stories or changes themes."""

from collections.abc import Mapping

from i18n import lazy

MODERATION: Mapping[str, lazy] = {
    "story.changed_meanwhile": lazy("Een collega heeft dit verhaal net gewijzigd. Bekijk het opnieuw."),
    "story.gone": lazy("Dit verhaal is er niet meer. De verteller heeft het gewist."),
    "story.not_waiting": lazy("Over dit verhaal is al besloten. Haal het eerst terug."),
    "story.reason_needed": lazy("Kies waarom u dit verhaal tegenhoudt."),
    "story.text_erased": lazy("De tekst van dit verhaal is gewist, zoals beloofd. Het kan alleen nog meetellen."),
    "story.text_needed": lazy("Er moet tekst staan die anderen mogen lezen."),
    "story.tick_needed": lazy("Lees de tekst nog één keer. Vink aan dat niemand te herkennen is."),
    "story.title_needed": lazy("Geef het verhaal een titel. Die staat op de site."),
    "quote.is_all": lazy("Dit is het hele verhaal. De verteller vond alleen zinnen goed. Kies er minder."),
    "quote.not_in_story": lazy("Kies zinnen die in de vrijgegeven tekst staan."),
    "quote.not_allowed": lazy("De verteller wil niet dat iemand dit leest."),
    "quote.not_public": lazy("De verteller wil niet dat dit op de site komt."),
    "quote.too_long": lazy("Een citaat is hoogstens {most} tekens lang. Kies minder zinnen."),
    "schools.changed_meanwhile": lazy(
        "Iemand anders heeft deze lijst net gewijzigd. Kijk de lijst na en bewaar opnieuw."
    ),
    "schools.no_text": lazy("Dit bestand kunnen we niet lezen. Bewaar het als CSV of als tekst."),
    "schools.too_many": lazy("Dit zijn te veel scholen. Er passen er hoogstens {most} in de lijst."),
    "theme.name_needed": lazy("Geef het thema een naam."),
    "theme.name_taken": lazy("Er is al een thema met deze naam. Kies een andere naam."),
    "theme.too_many_words": lazy("Hoogstens {most} woorden, van hoogstens {longest} tekens."),
}
