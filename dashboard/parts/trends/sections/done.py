"""What was done with questions about each group of topics."""

from collections.abc import Mapping, Sequence

from dashboard.charts.flows import flows, height
from dashboard.parts.tables import Column
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import Year, cell, of_a_year
from dashboard.parts.trends.section import BREAKDOWNS, Section
from dashboard.parts.trends.sections.parts_of_a_year import beside, largest, parts_of_a_year
from dashboard.parts.trends.source import Source
from domain.register.published_parts import Part
from i18n import _, lazy, n_
from store.queries import choices

MOST_GROUPS = 12
SMALL = 0.05  # of everything that was done
Flows = Mapping[str, Sequence[Part]]


def done(source: Source) -> Section:
    return of_a_year("gedaan", lazy("Wat we deden"), source, _draw, counted=BREAKDOWNS)


def _draw(year: Year) -> Sequence[Finding]:
    names = choices.topic_groups(year.session)
    asked = year.filters.groups or tuple(names)
    flows = {names[code]: year.source.done(year.session, year.year, [code], year.filters.back) for code in asked}
    return [_every(year), _by_group(year, flows)]


def _every(year: Year) -> Finding:
    parts = year.source.done(year.session, year.year, year.filters.groups, year.filters.back)
    first = largest(parts)
    title = _("Wat we het vaakst deden: {done}", done=first.name) if first else _("Wat we deden")
    about = _("Vragen van {period}. {beside}", period=year.months, beside=beside(year))
    return parts_of_a_year(year, parts, key="done", title=title, about=about, noun=_("Wat we deden"))


def _by_group(year: Year, found: Flows) -> Finding:
    widths = {(group, part.name): part.now.shown for group, parts in found.items() for part in parts if part.now.shown}
    hidden = sum(not part.now.shown and part.now.high > 0 for parts in found.values() for part in parts)
    drawn = merged(widths)
    left = [group for group in found if any(one == group for one, _other in drawn)]
    left += [one for one in dict.fromkeys(one for one, _other in drawn) if one not in left]
    right = sorted({other for _one, other in drawn}, key=lambda name: (name == _rest(), -_into(drawn, name), name))
    return Finding(
        key="flows",
        title=_("Wat we deden, per groep onderwerpen"),
        about=_about(year, hidden),
        figure=flows(drawn, left, right) if drawn else None,
        height=height(max(len(left), len(right))),
        columns=[
            _("Groep"),
            Column(_("Wat we deden")),
            Column(year.name, numeric=True),
            Column(year.before_name, numeric=True),
        ],
        rows=[
            [group, part.name, cell(part.now), cell(part.before)]
            for group, parts in found.items()
            for part in parts
            if part.now.high
        ],
        method=Method.PARTS,
    )


def _about(year: Year, hidden: int) -> str:
    many = n_(
        "{n} stroom is te klein om te tonen en is niet getekend.",
        "{n} stromen zijn te klein om te tonen en zijn niet getekend.",
        hidden,
    )
    said = _("Van {period}. Hoe breder de band, hoe vaker. Bij één vraag doen we soms meer.", period=year.months)
    return f"{said} {many if hidden else ''}".strip()


def merged(widths: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """At most twelve groups, and what is a small part of everything that was done in one: the rest."""
    everything = sum(widths.values())
    lefts = {one: sum(n for key, n in widths.items() if key[0] == one) for one, _other in widths}
    kept = sorted(lefts, key=lambda one: -lefts[one])[: MOST_GROUPS - 1] if len(lefts) > MOST_GROUPS else list(lefts)
    small = {other for _one, other in widths if _into(widths, other) < SMALL * everything}
    found: dict[tuple[str, str], int] = {}
    for (one, other), n in widths.items():
        key = (one if one in kept else _rest(), _rest() if len(small) > 1 and other in small else other)
        found[key] = found.get(key, 0) + n
    return found


def _into(widths: Mapping[tuple[str, str], int], name: str) -> int:
    return sum(n for (_one, other), n in widths.items() if other == name)


def _rest() -> str:
    return _("Overig")
