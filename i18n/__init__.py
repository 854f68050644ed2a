"""The words on the screen: one function for texts, one catalogue per language (Dutch is the source)."""

from i18n.dates import day, day_and_time, month, number, percentage, period, rate, time_of_day
from i18n.sequences import one_after_another
from i18n.texts import (
    LANGUAGES,
    VISITORS_LANGUAGES,
    _,
    direction,
    in_words,
    is_draft,
    language,
    lazy,
    n_,
    speaking,
    use_language,
    written_language,
)

__all__ = [
    "LANGUAGES",
    "VISITORS_LANGUAGES",
    "_",
    "day",
    "day_and_time",
    "direction",
    "in_words",
    "is_draft",
    "language",
    "lazy",
    "month",
    "n_",
    "number",
    "one_after_another",
    "percentage",
    "period",
    "rate",
    "speaking",
    "time_of_day",
    "use_language",
    "written_language",
]
