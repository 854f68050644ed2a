"""Several words after one another, as a sentence says them."""

from collections.abc import Sequence

from i18n.texts import _


def one_after_another(names: Sequence[str]) -> str:
    """`a`, `a en b`, or `a, b en c`."""
    return _("{names} en {last}", names=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)
