"""What is asked about a file of counts: which periods, by which method, in the words of the command line."""

import re
from dataclasses import dataclass

from i18n import _
from trends.counts_file import signals
from trends.counts_file.fault import BadCounts
from trends.counts_file.kinds import MONTHS, WEEKS
from trends.counts_file.table import Table
from trends.farrington.options import Options


@dataclass(frozen=True)
class Asked:
    """What stays None is as the kind of period makes usual; `since` and `until` are periods as the file writes them."""

    method: str = "rises"
    frequency: int | None = None
    window: int | None = None
    years_back: int | None = None
    half_window: int | None = None
    seasonal_parts: int | None = None
    skip_recent: int | None = None
    reweight_above: float | None = None
    alpha: float | None = None
    minimum_recent: str | None = None
    since: str | None = None
    until: str | None = None


def answer(table: Table, asked: Asked) -> str:
    """The signals as text; raises `BadCounts` when this can't be asked of this table."""
    frequency, tested = _frequency(table, asked), _tested(table, asked)
    if asked.method == "farrington":
        return signals.as_text(signals.FARRINGTON, signals.farrington(table, tested, _options(asked, frequency)))
    window = frequency // 4 if asked.window is None else asked.window
    if not 0 < window <= frequency:
        raise BadCounts(_("--window moet tussen 1 en {most} liggen", most=frequency))
    return signals.as_text(signals.RISES, signals.rises(table, tested, frequency, window))


def _frequency(table: Table, asked: Asked) -> int:
    of_kind = table.kind.frequency
    if of_kind and asked.frequency not in (None, of_kind):
        raise BadCounts(_("bij deze perioden hoort --frequency {n}", n=of_kind))
    return of_kind or asked.frequency or MONTHS


def _tested(table: Table, asked: Asked) -> range:
    """The last period alone unless asked otherwise; from a period on: until the last."""
    since, until = _period(table, "--from", asked.since), _period(table, "--to", asked.until)
    last = table.last if until is None else until
    first = last if since is None else since
    if first > last:
        raise BadCounts(_("--from ligt na --to"))
    if not (table.first <= first and last <= table.last):
        known = {"first": table.kind.text(table.first), "last": table.kind.text(table.last)}
        raise BadCounts(_("--from en --to moeten liggen tussen {first} en {last}", **known))
    return range(first, last + 1)


def _period(table: Table, name: str, typed: str | None) -> int | None:
    found = None if typed is None else table.kind.number(typed)
    if typed is not None and found is None:
        raise BadCounts(_("{option} “{typed}” is geen periode zoals in het bestand", option=name, typed=typed))
    return found


def _options(asked: Asked, frequency: int) -> Options:
    usual = Options.weekly() if frequency == WEEKS else Options()
    names = ("years_back", "half_window", "seasonal_parts", "skip_recent", "reweight_above", "alpha")
    given = {name: value for name in names if (value := getattr(asked, name)) is not None}
    minimum = _minimum(asked.minimum_recent) if asked.minimum_recent is not None else usual.minimum_recent
    options = Options(**{**vars(usual), **given, "minimum_recent": minimum})
    if problem := options.problem():
        raise BadCounts(problem)
    return options


def _minimum(typed: str) -> tuple[int, int]:
    if not (found := re.fullmatch(r"([0-9]{1,6})/([0-9]{1,3})", typed)):
        raise BadCounts(_("--minimum-recent “{typed}” moet eruitzien als 5/4", typed=typed))
    return int(found[1]), int(found[2])
