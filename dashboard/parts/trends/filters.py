"""What a trend page shows: the year, the groups, what stands beside it and which section; kept in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, State
from dash.development.base_component import Component

from domain.register.beside import A_YEAR_EARLIER
from domain.register.narrowed import Only
from i18n import _, lazy

QUERY = ("jaar", "groep", "naast", "deel", "alleen")
THREE_YEARS = "drie"
BESIDE = {"": lazy("Vorig schooljaar"), THREE_YEARS: lazy("De drie schooljaren ervoor")}
CONTROLS = ("year", "group", "beside")


@dataclass(frozen=True)
class Options:
    """What there is to choose from: school years, the last one first, groups of topics by code, what to narrow to."""

    years: Sequence[int]
    groups: Mapping[str, str]
    only: Mapping[Only, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Filters:
    """`beside` is empty for the year before, `drie` for the three years before, or a year."""

    year: int
    groups: tuple[str, ...] = ()
    beside: str = ""
    section: str = ""
    only: Only | None = None

    @property
    def back(self) -> tuple[int, ...]:
        """How many years earlier each of the years lies that stand beside this one."""
        if self.beside == THREE_YEARS:
            return (1, 2, 3)
        return (self.year - int(self.beside),) if self.beside else A_YEAR_EARLIER

    @property
    def address(self) -> str:
        """As it stands behind the question mark."""
        said = {"jaar": str(self.year), "groep": ",".join(self.groups), "naast": self.beside, **self.kept}
        return urlencode({key: value for key, value in said.items() if value}, safe=",:")

    @property
    def kept(self) -> dict[str, str]:
        """What of it has no control of its own."""
        return {"deel": self.section, "alleen": self.only.address if self.only else ""}

    def at(self, section: str) -> "Filters":
        return replace(self, section=section)

    def narrowed(self, only: Only | None) -> "Filters":
        return replace(self, only=only)


def filters(asked: Sequence[object], options: Options) -> Filters | None:
    """From (year, groups, beside, section, only): what was asked for, where it exists, else the last year and all.

    The section may hold what to narrow to as well, as in `Filters.kept`. None when there are no years.
    """
    if not options.years:
        return None
    year, groups, beside, section, *more = asked
    kept = section if isinstance(section, dict) else {"deel": section, "alleen": more[0] if more else None}
    section, only = kept.get("deel"), kept.get("alleen")
    known = {str(one): one for one in options.years}
    chosen = known.get(str(year), options.years[0])
    earlier = {str(one) for one in options.years if one < chosen - 1}
    named = groups.split(",") if isinstance(groups, str) else groups if isinstance(groups, list) else []
    return Filters(
        chosen,
        tuple(code for code in options.groups if code in named),
        str(beside) if str(beside) in {THREE_YEARS, *earlier} else "",
        section if isinstance(section, str) else "",
        next((one for one in options.only if one.address == only), None),
    )


def controls(prefix: str, now: Filters, options: Options) -> list[Component]:
    """A control for each of `CONTROLS`."""
    years = [{"value": str(year), "label": school_year_name(year)} for year in options.years]
    earlier = [one for one in years if int(one["value"]) < now.year - 1]
    beside = [{"value": key or "vorig", "label": str(name)} for key, name in BESIDE.items()] + earlier
    fixed: Any = {"allowDeselect": False, "checkIconPosition": "right"}
    clear: Any = {"clearable": True, "clearButtonProps": {"aria-label": _("Leegmaken")}}
    return [
        dmc.Select(id=f"{prefix}-year", label=_("Schooljaar"), data=years, value=str(now.year), **fixed),
        dmc.MultiSelect(
            id=f"{prefix}-group",
            label=_("Onderwerpen"),
            data=[{"value": code, "label": name} for code, name in options.groups.items()],
            value=list(now.groups),
            placeholder="" if now.groups else _("Alle onderwerpen"),
            **clear,
        ),
        dmc.Select(id=f"{prefix}-beside", label=_("Vergelijk met"), data=beside, value=now.beside or "vorig", **fixed),
    ]


def chosen(prefix: str) -> tuple[Input, ...]:
    return tuple(Input(f"{prefix}-{control}", "value") for control in CONTROLS)


def chosen_now(prefix: str) -> tuple[State, ...]:
    return tuple(State(f"{prefix}-{control}", "value") for control in CONTROLS)


def school_year_name(year: int) -> str:
    return f"{year}–{year + 1}"
