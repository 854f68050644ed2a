"""What other weights would do now, in words: who would get another buddy, how many are helped, and an example."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.parts.planning.plan_people import People
from dashboard.parts.tables import Cell, Column, table
from domain.matchmaking.trial import Trial
from i18n import _, n_
from matching.compare import Shift
from matching.everybody import Outcome
from matching.rank import Scored
from matching.rules import RULES

MOST = 8
POINTS = 10  # of a score of a thousand people see a hundred


def trial_card(found: Trial, who: People | None) -> Component:
    """`who` is None for a reader who may not know the parents: then only numbers are said."""
    waiting = len(found.before.pairs) + len(found.before.unmatched)
    if not waiting:
        return html.P(_("Er wacht nu niemand. Zodra er ouders wachten, ziet u hier wat een ander gewicht doet."))
    if found.before is found.after:
        now = _(
            "Nu {helped}. Verander een getal, en u ziet hier wat dat zou doen.", helped=_helped(found.before, waiting)
        )
        return html.P(now)
    parts = [html.P(_answer(found), className="answer"), html.P(_as_many(found, waiting)), *_who_moves(found, who)]
    return html.Div([*parts, *_example(found, who)], className="says")


def _helped(outcome: Outcome, waiting: int) -> str:
    return n_(
        "kan {served} van {n} ouder die wacht een buddy krijgen",
        "kunnen {served} van de {n} ouders die wachten een buddy krijgen",
        waiting, served=len(outcome.pairs),
    )  # fmt: skip


def _answer(found: Trial) -> str:
    changed = len(found.changes.moved) + len(found.changes.gained) + len(found.changes.lost)
    if not changed:
        return _("Niemand krijgt hierdoor een andere buddy.")
    return n_("Voor {n} ouder verandert er iets.", "Voor {n} ouders verandert er iets.", changed)


def _as_many(found: Trial, waiting: int) -> str:
    before, after = len(found.before.pairs), len(found.after.pairs)
    if before == after:
        return _("Er worden evenveel ouders geholpen: {n} van de {waiting}.", n=after, waiting=waiting)
    return _("Er worden {after} ouders geholpen, nu {before}.", after=after, before=before)


def _who_moves(found: Trial, who: People | None) -> Iterator[Component]:
    moves = found.changes
    changed = sorted({*moves.moved, *moves.gained, *moves.lost})
    if who is None or not changed:
        return
    yield html.Ul([html.Li(_move(one, found, who)) for one in changed[:MOST]])
    if len(changed) > MOST:
        yield html.P(n_("En nog {n} ouder.", "En nog {n} ouders.", len(changed) - MOST))


def _move(request_id: int, found: Trial, who: People) -> str:
    before, after = (_buddy(outcome, request_id, who) for outcome in (found.before, found.after))
    return _("{parent}: dan {after}, nu {before}.", parent=who.parent(request_id), after=after, before=before)


def _buddy(outcome: Outcome, request_id: int, who: People) -> str:
    pair = outcome.pairs.get(request_id)
    return who.buddy(pair.buddy_id) if pair else _("niemand")


def _example(found: Trial, who: People | None) -> Iterator[Component]:
    """The pair whose score changes most, rule by rule."""
    if not found.shifts or not found.shifts[0].points:
        yield html.P(_("Ook de scores blijven gelijk."), className="note")
        return
    shift = found.shifts[0]
    yield html.H3(_("Voorbeeld: {pair}", pair=_pair(shift, who)))
    before, after = round(shift.before.score / POINTS), round(shift.after.score / POINTS)
    yield html.P(_("Past nu voor {before} van de 100 punten, dan voor {after}.", before=before, after=after))
    columns: list[Column | str] = [
        _("Regel"),
        Column(_("Punten nu"), numeric=True),
        Column(_("Punten dan"), numeric=True),
    ]
    yield table(columns, _parts(shift), caption=_("Punten per regel"))


def _pair(shift: Shift, who: People | None) -> str:
    if who is None:
        return _("een koppel")
    return _("{parent} en {buddy}", parent=who.parent(shift.request_id), buddy=who.buddy(shift.after.buddy_id))


def _parts(shift: Shift) -> list[list[Cell]]:
    before, after = _points(shift.before), _points(shift.after)
    return [
        [str(rule.label), _tenths(before.get(rule.key)), _tenths(after.get(rule.key))]
        for rule in RULES
        if rule.key in before or rule.key in after
    ]


def _points(scored: Scored) -> dict[str, int]:
    return {part.rule: part.points for part in scored.parts}


def _tenths(points: int | None) -> str:
    return "–" if points is None else f"{points / POINTS:.0f}"
