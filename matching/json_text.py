"""JSON text from strangers: read without surprises, or refused with a sentence."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any


class NotJson(ValueError):
    """The text is not JSON; the message says why."""


class Twice(dict[str, Any]):
    """An object in which a field stands more than once: whoever reads it refuses it and names the place."""

    def __init__(self, pairs: Sequence[tuple[str, Any]], field: str) -> None:
        super().__init__(pairs)
        self.field = field


def parsed(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """What stands in the text, with `Twice` for an object that names a field more than once. Raises `NotJson`.

    NaN, Infinity and half a letter (a lone surrogate, which no file can hold) are no JSON here.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_no_constant)
        if "\\u" in text:
            json.dumps(found, ensure_ascii=False).encode()
    except RecursionError:
        raise NotJson("it is nested too deep") from None
    except UnicodeEncodeError:
        raise NotJson("it holds half a letter (a lone surrogate)") from None
    except ValueError as error:
        raise NotJson(str(error).partition(";")[0]) from None
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    count = Counter(name for name, _value in pairs)
    return Twice(pairs, next(name for name in count if count[name] > 1))


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no number")
