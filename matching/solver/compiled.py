"""The optional accelerator: without it the same functions run as plain Python, slower and with the same answers."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Protocol, TypeVar


def _installed() -> tuple[Any, Any]:
    try:
        return import_module("numba"), import_module("numpy")
    except ImportError:
        return None, None


numba, numpy = _installed()

Function = TypeVar("Function", bound=Callable[..., Any])
IS_FAST = numba is not None


class Numbers(Protocol):
    """Whole numbers by index: an array with the accelerator, otherwise a list."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __getitem__(self, at: int, /) -> int: ...
    def __setitem__(self, at: int, value: int, /) -> None: ...


def compiled(function: Function) -> Function:
    """Compile on first use and keep the result on disk; without the accelerator the function stays as it is."""
    made: Function = numba.njit(cache=True)(function) if IS_FAST else function
    return made


def filled(length: int, value: int, *, bits: int = 64) -> Numbers:
    """So many times this number."""
    made: Numbers = numpy.full(length, value, f"int{bits}") if IS_FAST else [value] * length
    return made


def numbers(values: Iterable[int], *, bits: int = 64) -> Numbers:
    """These numbers, copied unless they are an array of this kind already."""
    if not IS_FAST:
        return list(values)
    made: Numbers = numpy.ascontiguousarray(values if hasattr(values, "__len__") else list(values), f"int{bits}")
    return made


def copied(values: Numbers, length: int) -> Numbers:
    """A copy of the first so many."""
    return numbers([values[at] for at in range(length)])
