"""What the numbers say, in sentences: the answer first, what a chart shows, what is hidden, how fresh it is."""

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite

from i18n import _, day, lazy, month, n_, number
from trends.disclosure import THRESHOLD, Sum
from trends.periods import first_day
from trends.rises import Change, State, strongest_first

STATES = {
    State.RISING: lazy("stijgend"),
    State.MAYBE_RISING: lazy("mogelijk stijgend"),
    State.NO_SIGN: lazy("geen aanwijzing"),
    State.MAYBE_FALLING: lazy("mogelijk dalend"),
    State.FALLING: lazy("dalend"),
    State.TOO_LITTLE: lazy("te weinig gegevens"),
}
MARKS = {
    State.RISING: "▲",
    State.MAYBE_RISING: "△",
    State.NO_SIGN: "○",
    State.MAYBE_FALLING: "▽",
    State.FALLING: "▼",
    State.TOO_LITTLE: "·",
}
NAMED = 3


def state(of: State) -> str:
    return str(STATES[of])


def mark(of: State) -> str:
    """A shape that says the same as the word."""
    return MARKS[of]


def amount(count: Sum) -> str:
    """`25`, `ongeveer 25` where it is rounded, `minder dan 5` where it is hidden."""
    if count.low == count.high:
        return number(count.shown)
    if not count.shown:
        return _("minder dan {n}", n=number(count.high + 1))
    return _("ongeveer {n}", n=number(count.shown))


def from_to(change: Change) -> str:
    """`van 10 naar 25 vragen`."""
    before, recent = amount(change.before), amount(change.recent)
    exactly = change.recent.shown if change.recent.low == change.recent.high else change.recent.high
    return n_(
        "van {before} naar {recent} vraag", "van {before} naar {recent} vragen", exactly, before=before, recent=recent
    )


def factor(change: Change) -> str:
    """`factor 2,5 (waarschijnlijk tussen 1,2 en 6)`; empty where there is no ratio."""
    if change.ratio is None:
        return ""
    ratio, low = number(round(change.ratio, 1)), number(round(change.low, 1))
    if not isfinite(change.high):
        return _("factor {ratio} (waarschijnlijk meer dan {low})", ratio=ratio, low=low)
    high = number(round(change.high, 1))
    return _("factor {ratio} (waarschijnlijk tussen {low} en {high})", ratio=ratio, low=low, high=high)


def times(change: Change) -> str:
    """`1,5 keer zo veel, tussen 0,9 en 2,5`; empty where there is no ratio."""
    if change.ratio is None:
        return ""
    ratio, low = number(round(change.ratio, 1)), number(round(change.low, 1))
    if not isfinite(change.high):
        return _("{ratio} keer zo veel, zeker meer dan {low}", ratio=ratio, low=low)
    return _("{ratio} keer zo veel, tussen {low} en {high}", ratio=ratio, low=low, high=number(round(change.high, 1)))


def in_words(change: Change, beside: str) -> str:
    """`45 vragen, vorig schooljaar 30: 1,5 keer zo veel, tussen 0,9 en 2,5`; `beside` says when it was the other."""
    recent, many = amount(change.recent), change.recent.high
    counts = n_("{count} vraag", "{count} vragen", many, count=recent)
    if change.expected is not None:
        expected = _("te verwachten {n}", n=number(round(change.expected, 1)))
        return f"{counts}, {expected}: {times(change)} ({beside} {amount(change.before)})"
    said = f"{counts}, {beside} {amount(change.before)}"
    return f"{said}: {times(change)}" if times(change) else said


def answer(changes: Mapping[str, Change]) -> str:
    """What rises and what falls, the surest first, at most three of each; what may do so where nothing surely does."""
    said = [_rising(changes), _falling(changes)]
    if any(said):
        return " ".join(sentence for sentence in said if sentence)
    if all(change.state is State.TOO_LITTLE for change in changes.values()):
        return _("Er zijn nog te weinig vragen om te zeggen wat stijgt of daalt.")
    return _("Geen onderwerp stijgt of daalt duidelijk.")


def _rising(changes: Mapping[str, Change]) -> str:
    if topics := _named(changes, State.RISING):
        return _("Wat stijgt: {topics}.", topics=topics)
    topics = _named(changes, State.MAYBE_RISING)
    return _("Wat misschien stijgt: {topics}.", topics=topics) if topics else ""


def _falling(changes: Mapping[str, Change]) -> str:
    if topics := _named(changes, State.FALLING):
        return _("Wat daalt: {topics}.", topics=topics)
    topics = _named(changes, State.MAYBE_FALLING)
    return _("Wat misschien daalt: {topics}.", topics=topics) if topics else ""


def _named(changes: Mapping[str, Change], wanted: State) -> str:
    return ", ".join([name for name in strongest_first(changes) if changes[name].state is wanted][:NAMED])


def over_chart(name: str, change: Change) -> str:
    """The finding that stands over the chart of one topic."""
    told = {"topic": name, "counts": from_to(change)}
    return {
        State.RISING: lambda: _("{topic} stijgt: {counts}.", **told),
        State.MAYBE_RISING: lambda: _("{topic} stijgt misschien: {counts}.", **told),
        State.NO_SIGN: lambda: _("{topic}: {counts}. Dat verschil kan toeval zijn.", **told),
        State.MAYBE_FALLING: lambda: _("{topic} daalt misschien: {counts}.", **told),
        State.FALLING: lambda: _("{topic} daalt: {counts}.", **told),
        State.TOO_LITTLE: lambda: _("{topic}: te weinig vragen om iets over te zeggen.", **told),
    }[change.state]()


def compared(months: range) -> str:
    """`augustus 2026 tot en met oktober 2026, vergeleken met dezelfde maanden een jaar eerder`."""
    first, last = month(first_day(months.start)), month(first_day(months.stop - 1))
    return _("{first} tot en met {last}, vergeleken met dezelfde maanden een jaar eerder", first=first, last=last)


def why_hidden(threshold: int = THRESHOLD) -> str:
    return _("Minder dan {n} vragen: dat aantal tonen we niet, zodat niemand te herkennen is.", n=threshold)


def why_rounded() -> str:
    return _("Andere aantallen ronden we af op 5. Een optelling kan daardoor iets afwijken.")


def freshness(updated: datetime | date, last_month: int, revised: datetime | date | None = None) -> str:
    """When the numbers were last counted, the last month in them, and when what came in late last changed any."""
    told = {"day": day(updated, year=True), "until": month(first_day(last_month))}
    if revised is None:
        return _("Bijgewerkt op {day}; cijfers tot en met {until}.", **told)
    return _("Bijgewerkt op {day}, herzien op {revised}; cijfers tot en met {until}.", **told,
             revised=day(revised, year=True))  # fmt: skip
