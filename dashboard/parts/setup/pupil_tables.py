"""Pupils per municipality on screen: what was pasted before it is kept, and what is known."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from dashboard.parts.tables import Column, table
from domain.pupils import Pasted
from i18n import _, n_, number
from store.queries.numbers.pupils import YearPupils


def preview(found: Pasted, region: Mapping[str, str]) -> Component:
    """What will be kept, which lines can't be used and why, and which municipalities are not there yet."""
    read = n_("{n} gemeente gelezen.", "{n} gemeenten gelezen.", len(found.pupils))
    lines = [html.Li(_("Regel {n}: “{words}”. {why}", n=one.number, words=one.words, why=one.why)) for one in found.bad]
    wrong = notice(html.P(_("Deze regels kunnen we niet gebruiken:")), html.Ul(lines), tone="warn") if lines else None
    return html.Div([html.P(read), wrong, missing(found.pupils, region)], className="stack")


def known(of_year: YearPupils, region: Mapping[str, str], year: str) -> Component:
    """All municipalities of the region, those without a number too, and where the numbers come from."""
    rows = [[name, _amount(of_year.pupils.get(code))] for code, name in region.items()]
    heads: list[Column | str] = [_("Gemeente"), Column(_("Leerlingen in {year}", year=year), numeric=True)]
    source = html.P(_("Bron: {source}", source=of_year.source), className="note")
    return html.Div([missing(of_year.pupils, region), table(heads, rows, caption=_("Leerlingen")), source])


def missing(pupils: Mapping[str, int], region: Mapping[str, str]) -> Component | None:
    names = [name for code, name in region.items() if code not in pupils]
    if not names:
        return None
    told = _("Nog niet bekend: {names}. Zolang er een gemeente ontbreekt, tonen we niets per 1.000 leerlingen.",
             names=", ".join(names))  # fmt: skip
    return notice(told)


def _amount(pupils: int | None) -> str:
    return "–" if pupils is None else number(pupils)
