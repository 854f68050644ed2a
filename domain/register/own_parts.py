"""What the questions of a school year had in common, part by part: exact, for the coordinators of the support point."""

from collections.abc import Callable, Collection, Mapping

from sqlalchemy.orm import Session

from domain.register import published_parts
from domain.register.beside import A_YEAR_EARLIER, mean, together
from domain.register.published_parts import Back, Pair, Part
from i18n import _
from i18n.dates import AMSTERDAM
from store.queries import choices
from store.queries.numbers import breakdowns
from store.queries.numbers import exact_trends as numbers
from store.rollup import EVERYTHING
from trends.disclosure import Sum, exact
from trends.periods import month_of, months_of_school_year, school_year_of, years_earlier

NOT_SAID = ""
Read = Callable[[range], Mapping[str, int]]


def years(session: Session) -> tuple[int, ...]:
    """The school years with questions, the last one first."""
    known = numbers.exact_months(session)
    return tuple(range(school_year_of(known.stop - 1), school_year_of(known.start) - 1, -1)) if known else ()


def so_far(session: Session, year: int) -> range:
    """The whole months of the year that are counted, or the first one while that still runs."""
    months, fresh = months_of_school_year(year), numbers.exact_freshness(session)
    this = month_of(fresh.refreshed_at.astimezone(AMSTERDAM).date()) if fresh else months.stop
    return range(months.start, max(months.start + 1, min(months.stop, this)))


def everything(session: Session, year: int) -> Sum | None:
    """All questions of the year so far."""
    return exact(sum(numbers.exact(session, so_far(session, year))[EVERYTHING].values()))


def groups(session: Session, year: int, back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """Each group of topics in the year so far."""
    names = choices.topic_groups(session)

    def read(months: range) -> Mapping[str, int]:
        return {code: sum(of.values()) for code, of in numbers.exact(session, months).items()}

    return _parts(session, year, names, read, back)


def sectors(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    return _of_terms(session, "sector", year, groups, back)


def age_bands(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    return _of_terms(session, "age_band", year, groups, back)


def done(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """What was done; several things for one question, or nothing, so these do not add up to all questions."""
    return tuple(part for part in _of_terms(session, "done", year, groups, back) if part.code)


def places(session: Session, year: int, groups: Collection[str], back: Back = A_YEAR_EARLIER) -> tuple[Part, ...]:
    """Where the questions came from."""
    names = {one.code: one.name for one in choices.municipalities(session)} | {NOT_SAID: _("Niet bekend")}
    wanted = set(groups or [EVERYTHING])

    def read(months: range) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for (_topic, place), by_month in numbers.exact_by_municipality(session, months, wanted).items():
            found[place] = found.get(place, 0) + sum(by_month.values())
        return found

    return _parts(session, year, names, read, back)


def topics(session: Session, year: int, groups: Collection[str]) -> tuple[Part, ...]:
    """Each topic in the year so far."""
    every = choices.topics(session, ended=True)
    names = {one.code: one.name for one in every if not groups or one.group_code in groups}

    def read(months: range) -> Mapping[str, int]:
        return {code: sum(of.values()) for code, of in numbers.exact(session, months).items()}

    return _parts(session, year, names, read, A_YEAR_EARLIER)


def pairs(session: Session, year: int) -> tuple[Pair, ...]:
    """Which topics come together in one question, each pair once."""
    codes = [one.code for one in choices.topics(session, ended=True)]
    found = breakdowns.exact(session, "topic", so_far(session, year), codes)
    return tuple(Pair(one.topic, one.value, exact(one.questions), None) for one in found if one.topic < one.value)


def _of_terms(session: Session, name: str, year: int, groups: Collection[str], back: Back) -> tuple[Part, ...]:
    """The terms in their order; a value that is no term any more is not known."""
    names = published_parts.terms(session, name) | {NOT_SAID: _("Niet bekend")}

    def read(months: range) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for one in breakdowns.exact(session, name, months, groups or [EVERYTHING]):
            code = one.value if one.value in names else NOT_SAID
            found[code] = found.get(code, 0) + one.questions
        return found

    return _parts(session, year, names, read, back)


def _parts(session: Session, year: int, names: Mapping[str, str], read: Read, back: Back) -> tuple[Part, ...]:
    """A running year is laid beside the same months of the years before it."""
    months, known = so_far(session, year), numbers.exact_months(session)
    now, earlier = read(months), [read(years_earlier(months, years)) for years in back]
    has_earlier = bool(known) and all(years_earlier(months, years).start >= known.start for years in back)

    def before(code: str) -> Sum | None:
        found = together(exact(counts.get(code, 0)) for counts in earlier) if has_earlier else None
        return mean(found, len(back)) if found else None

    return tuple(Part(code, name, exact(now.get(code, 0)), before(code)) for code, name in names.items())
