"""Which themes there are most stories about, as far as published numbers can tell."""

from collections.abc import Sequence

from domain.stories.common_thread import Thread
from i18n import _, one_after_another
from trends.disclosure import Sum

MOST_NAMED = 3


def most_often(thread: Thread) -> tuple[str, str]:
    """(a title, what to know with it): themes with the same rounded number share the first place.

    A number that is hidden may be larger, where its theme has a higher threshold: then the title says less.
    """
    if not thread.large:
        return _("Elk thema is nog te klein om te tonen"), ""
    top = max(thread.large, key=lambda one: one.now.shown).now
    first = [one.name for one in thread.large if one.now.high >= top.low]
    unknown = any(_may_reach(one.now, top) for one in thread.themes)
    lead = _("Het vaakst van wat wij mogen tonen") if unknown else _("Het vaakst")
    known = _("Een thema zonder getal kan vaker voorkomen.") if unknown else ""
    return f"{lead}: {_named(first)}", known


def _may_reach(hidden: Sum, top: Sum) -> bool:
    return not hidden.shown and hidden.high >= top.low


def _named(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) > MOST_NAMED:
        return _("{n} thema's, ongeveer even vaak", n=len(names))
    return _("{themes}, ongeveer even vaak", themes=one_after_another(names))
