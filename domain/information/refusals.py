"""What refusals about information say on screen."""

from collections.abc import Mapping

from i18n import lazy

INFORMATION: Mapping[str, lazy] = {
    "article.about_changed_meanwhile": lazy("Iemand anders heeft dit net gewijzigd. Kijk wat er veranderd is."),
    "article.body_needed": lazy("Schrijf de tekst."),
    "article.changed_meanwhile": lazy("Iemand anders bewaarde net een andere tekst. Kijk wat er veranderd is."),
    "article.nothing_to_publish": lazy("Er is nog geen tekst in deze taal. Bewaar eerst een tekst."),
    "article.review_past": lazy("Kies een dag die nog komt."),
    "article.slug_taken": lazy("Er is al een pagina met dit adres. Kies een ander adres."),
    "article.slug_wrong": lazy("Gebruik kleine letters, cijfers en streepjes. Bijvoorbeeld: extra-hulp."),
    "article.title_needed": lazy("Vul een titel in."),
    "article.too_long": lazy("Maak dit korter: hoogstens {most} tekens."),
    "entry.name_needed": lazy("Vul in hoe het heet."),
    "entry.name_taken": lazy("Dit staat er al. Wijzig het daar."),
    "entry.no_standard": lazy("Dit voegde u zelf toe. Er is geen standaard om terug te zetten."),
    "entry.help_needed": lazy("Leg in één zin uit wat het is."),
    "entry.text_needed": lazy("Schrijf de tekst."),
    "entry.site_not_safe": lazy("Een adres van een website begint met https://"),
}
