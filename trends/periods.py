"""Months, quarters and school years as whole numbers, and when a period is closed; labels belong to `i18n`."""

from datetime import date

AUGUST = 7
PUBLISHED_ON_DAY = 10


def month_of(when: date) -> int:
    """Months since the year 0, so that months can be subtracted and put in a range."""
    return when.year * 12 + when.month - 1


def first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def school_year_of(month: int) -> int:
    """The year in which the school year (1 August to 31 July) of `month` began."""
    return (month - AUGUST) // 12


def months_of_school_year(year: int) -> range:
    return range(year * 12 + AUGUST, year * 12 + AUGUST + 12)


def quarter_of(month: int) -> int:
    """A number per quarter of the school year: August to October, November to January, and so on.

    Calendar quarters would put July (the end of one school year) and September (the start of the next) in one number.
    """
    return (month - AUGUST) // 3


def months_of_quarter(quarter: int) -> range:
    return range(quarter * 3 + AUGUST, quarter * 3 + AUGUST + 3)


def quarters_of_school_year(year: int) -> range:
    return range(year * 4, year * 4 + 4)


def last_closed_month(today: date) -> int:
    """The last month that may be published: from the 10th of the month after it, on the local calendar."""
    return month_of(today) - (1 if today.day >= PUBLISHED_ON_DAY else 2)


def last_closed_quarter(today: date) -> int:
    return quarter_of(last_closed_month(today) + 1) - 1


def last_closed_school_year(today: date) -> int:
    return school_year_of(last_closed_month(today) + 1) - 1


def elapsed_part(last_month: int) -> range:
    """The months of the school year of `last_month`, up to and including it."""
    return range(months_of_school_year(school_year_of(last_month)).start, last_month + 1)


def year_earlier(months: range) -> range:
    """The same months of the year before: a running year is never laid beside a full one."""
    return years_earlier(months, 1)


def years_earlier(months: range, years: int) -> range:
    """The same months so many years before."""
    return range(months.start - 12 * years, months.stop - 12 * years)
