"""Which school year and which group of topics a page shows: two controls, kept in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from i18n import _, lazy

QUERY = ("jaar", "groep")
ADDRESS = Output("page-question", "data", allow_duplicate=True)
EVERYTHING = ""
ALL_TOPICS = lazy("Alle onderwerpen")


@dataclass(frozen=True)
class Choice:
    year: int
    group: str = EVERYTHING

    @property
    def address(self) -> str:
        """As it stands behind the question mark."""
        return urlencode({"jaar": self.year} | ({"groep": self.group} if self.group else {}))


def choice(year: object, group: object, years: Sequence[int], groups: Mapping[str, str]) -> Choice | None:
    """What was asked for, where it exists; else the last year and everything. None when there are no years."""
    if not years:
        return None
    known = {str(one): one for one in years}
    return Choice(known.get(str(year), years[0]), group if isinstance(group, str) and group in groups else EVERYTHING)


def controls(prefix: str, now: Choice, years: Sequence[int], groups: Mapping[str, str]) -> Component:
    """The two controls and the button for the file."""
    every = [{"value": str(year), "label": f"{year}–{year + 1}"} for year in years]
    topics = [{"value": code, "label": name} for code, name in groups.items()]
    return html.Div(
        [
            dmc.Select(
                id=f"{prefix}-year",
                label=_("Schooljaar"),
                data=every,
                value=str(now.year),
                allowDeselect=False,
                checkIconPosition="right",
            ),
            dmc.Select(
                id=f"{prefix}-group",
                label=_("Onderwerpen"),
                data=topics,
                value=now.group or None,
                placeholder=str(ALL_TOPICS),
                clearable=True,
                checkIconPosition="right",
            ),
            dmc.Button(_("Download als CSV"), id=f"{prefix}-file", variant="default", leftSection=icon("download")),
        ],
        className="filters",
    )


def chosen(prefix: str) -> tuple[Input, Input]:
    return Input(f"{prefix}-year", "value"), Input(f"{prefix}-group", "value")


def chosen_now(prefix: str) -> tuple[State, State]:
    return State(f"{prefix}-year", "value"), State(f"{prefix}-group", "value")
