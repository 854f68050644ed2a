"""What is published of one place, one kind of school or one age: per group of topics and per school year."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from domain.register import narrowed
from domain.register.beside import Count
from domain.register.cells import published
from domain.register.finest import SAID, RolledUp
from domain.register.narrowed import Narrow, Only
from domain.register.overview import Names, Overview, Span, draw
from domain.register.published_parts import added
from i18n import _
from store.queries import choices
from store.queries.numbers import published_trends as numbers
from trends.disclosure import Protected, Sum
from trends.lattice import AGE_BAND, PLACE, SECTOR, Cell
from trends.periods import months_of_school_year, school_year_of

Cells = Mapping[Cell, Protected]
LEVELS = {Narrow.PLACE: PLACE, Narrow.SECTOR: SECTOR, Narrow.AGE: AGE_BAND}
WHOLE = {Narrow.PLACE: SAID[RolledUp.PLACE], Narrow.SECTOR: SAID[RolledUp.SECTOR]}


def overview(
    session: Session, year: int, groups: Sequence[str], only: Only, back: tuple[int, ...]
) -> tuple[Overview | None, tuple[str, ...]]:
    """The last published school year up to `year`, and what is said beside it.

    None where nothing of it may be shown: then the whole is shown instead, and the sentences say so.
    """
    cells = published(session, {LEVELS[only.by].key}, part=only.code)
    years = sorted({cell.period for cell in cells if cell.period <= year})
    updated = numbers.published_at(session)
    if not (years and updated):
        return None, (_not_yet(),)
    every = choices.topic_groups(session)
    names = {code: name for code, name in every.items() if not groups or code in groups}
    picture = draw(_counted(cells, only), tuple(names), Names(names, names), _span(years, back), updated, by_group=True)
    if not picture.all_together.shown:
        return None, (str(WHOLE.get(only.by, _("Per leeftijd te weinig: dit zijn alle leeftijden samen."))),)
    return replace(picture, revised=numbers.revised_at(session)), _beside(session, only)


def _counted(cells: Cells, only: Only) -> Count:
    def count(group: str, months: range) -> Sum | None:
        year = school_year_of(months.start)
        return added(cells, [_cell(only, year, group)]) if months == months_of_school_year(year) else None

    return count


def _cell(only: Only, year: int, group: str) -> Cell:
    level = LEVELS[only.by].key
    if only.by is Narrow.PLACE:
        return Cell(level, year, group, municipality=only.code)
    return Cell(level, year, group, aspect=only.code)


def _span(years: Sequence[int], back: tuple[int, ...]) -> Span:
    months = months_of_school_year(years[-1])
    history = tuple(months_of_school_year(year) for year in years)
    return Span((months,), months, months, months, months, history, back)


def _beside(session: Session, only: Only) -> tuple[str, ...]:
    return (
        *narrowed.beside(session, only),
        _("Daarvan geven we cijfers vrij per groep onderwerpen en per schooljaar, na afloop van het jaar. "
          "Een vraag over twee groepen telt bij allebei."),
    )  # fmt: skip


def _not_yet() -> str:
    return _(
        "Per plaats, schoolsoort of leeftijd komen cijfers vrij na afloop van een schooljaar. U ziet nu alles samen."
    )
