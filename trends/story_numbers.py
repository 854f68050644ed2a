"""What may be known of the stories of a closed school year: all of them, each theme, and what the tellers made of it.

Small numbers are hidden, others rounded to 5 (`disclosure`). Three choices keep numbers from giving each other away:
1. What tellers chose (a feeling, a place in the triangle) is published of all stories together, never per theme.
2. A choice that splits the stories says, by its sum, how many stories there are. All such splits and the number itself
   keep three values in common (`rooms` says why that is enough): where rounding would leave fewer, the largest part
   moves a step of 5, and a split that no move fits is left out. That is decided from rounded numbers alone.
3. Of two themes that come together only the fact is published, and only when it surely is more than chance. The same
   holds for a choice that tellers of a theme make more often than others do. Both speak of ten stories or more, and
   are worked out from rounded numbers alone, so they say nothing of a hidden one.
A story is in any number of themes or in none, so themes don't add up to anything; a hidden theme may lie wholly within
another one or outside all, and keeps every value.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from trends.disclosure import STEP, Protected, protect, total
from trends.rooms import LEAST, Bounds
from trends.together import ties

Values = Mapping[str, int]
Choice = tuple[str, str]
"""A question and what was chosen."""
THEME = ""
Shown = dict[str, Protected]


@dataclass(frozen=True)
class Counts:
    """Exact numbers of stories. Each story is in one value of a split ("" where nothing was chosen), in any of a list.

    `pairs` holds each two themes once; `chosen` how often a choice was made in the stories of a theme.
    """

    everything: int
    themes: Values
    splits: Mapping[str, Values]
    lists: Mapping[str, Values]
    pairs: Mapping[tuple[str, str], int]
    chosen: Mapping[tuple[str, Choice], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Published:
    """What everybody may know. `ties` are themes that surely come together, `typical` choices surely made more often
    in a theme than elsewhere."""

    everything: Protected
    themes: Shown
    splits: Mapping[str, Shown]
    lists: Mapping[str, Shown]
    ties: tuple[tuple[str, str], ...]
    typical: tuple[tuple[str, Choice], ...] = ()


def publish(counts: Counts, sensitive: Collection[str] = ()) -> Published:
    """The numbers of one year as they may be shown; `sensitive` themes have the higher threshold.

    Where all stories together are too few, nothing is said of what tellers chose.
    """
    everything = protect(counts.everything)
    themes = {theme: protect(count, theme in sensitive) for theme, count in counts.themes.items()}
    if everything.value is None:
        return Published(everything, themes, {}, {}, ())
    lists = {name: {value: protect(n) for value, n in values.items()} for name, values in counts.lists.items()}
    splits = _splits(everything, counts.splits)
    typical = _typical(everything, themes, {**splits, **lists}, counts.chosen, sensitive)
    return Published(everything, themes, splits, lists, _ties(everything, themes, counts), typical)


def _splits(everything: Protected, splits: Mapping[str, Values]) -> dict[str, Shown]:
    """In the order given, each beside the number of stories that those before it leave open."""
    found, room = {}, (everything.low, everything.high)
    for name, values in splits.items():
        fitted = _fitted({value: protect(count) for value, count in values.items()}, room)
        if fitted:
            found[name], span = fitted, _spanned(fitted)
            room = max(room[0], span[0]), min(room[1], span[1])
    return found


def _fitted(parts: Shown, room: Bounds) -> Shown:
    """Parts moved as little as is needed; nothing where it can't be."""
    turned = 0
    while parts:
        low, high = _spanned(parts)
        if min(high, room[1]) - max(low, room[0]) >= LEAST:
            return parts
        step = STEP if high < room[1] else -STEP
        if step * turned < 0 or all(one.value is None for one in parts.values()):
            return {}
        turned = step
        largest = max(parts, key=lambda value: parts[value].value or 0)
        parts = parts | {largest: parts[largest].moved(step)}
    return {}


def _spanned(parts: Shown) -> tuple[int, int]:
    together = total(parts.values())
    return together.low, together.high


def _ties(everything: Protected, themes: Shown, counts: Counts) -> tuple[tuple[str, str], ...]:
    each = {theme: total([shown]) for theme, shown in themes.items() if shown.value is not None}
    both = {pair: total([protect(n)]) for pair, n in counts.pairs.items() if pair[0] in each and pair[1] in each}
    return tuple(pair for pair, tie in ties(both, each, total([everything])).items() if tie.surely)


def _typical(
    everything: Protected,
    themes: Shown,
    parts: Mapping[str, Shown],
    chosen: Mapping[tuple[str, Choice], int],
    sensitive: Collection[str],
) -> tuple[tuple[str, Choice], ...]:
    """Where nothing was chosen says nothing; a question that was left out stays out."""
    each = {(THEME, theme): total([one]) for theme, one in themes.items() if one.value is not None}
    each |= {
        (name, value): total([one])
        for name, values in parts.items()
        for value, one in values.items()
        if value and one.value is not None
    }
    both = {
        ((THEME, theme), choice): total([protect(n, theme in sensitive)])
        for (theme, choice), n in sorted(chosen.items())
        if (THEME, theme) in each and choice in each
    }
    # What was moved a step down would be known as moved by a part that is larger than it is shown.
    both = {pair: n for pair, n in both.items() if n.low <= min(each[pair[0]].low, each[pair[1]].low)}
    found = ties(both, each, total([everything])).items()
    return tuple((theme, choice) for ((_theme, theme), choice), tie in found if tie.surely)
