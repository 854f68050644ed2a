"""The optional accelerator: without it the same functions run as plain Python, slower and with the same answers.

Each function is compiled for one kind of arguments only, so that processes that compile at the same moment write the
same files, and sooner: a number from a narrow array is made as wide as any other by `0 +` before it is passed on, and
a fixed number that is passed on is a `constant`, because a literal would be a kind of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import Any, Protocol, TypeVar


def _installed() -> tuple[Any, Any]:
    try:
        return import_module("numba"), import_module("numpy")
    except ImportError:
        return None, None


numba, numpy = _installed()

Function = TypeVar("Function", bound=Callable[..., Any])

IS_FAST = numba is not None


class TooLarge(ValueError):
    """The amounts of this problem do not fit in whole numbers of 64 bits; nothing was reckoned with them."""


class Numbers(Protocol):
    """Whole numbers by index: an array with the accelerator, otherwise a list."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __getitem__(self, at: int, /) -> int: ...
    def __setitem__(self, at: int, value: int, /) -> None: ...


@cache
def _stamp(package: str) -> str:
    """Another one when any module of this package is another one."""
    sources = sorted((one for one in files(package).iterdir() if one.name.endswith(".py")), key=lambda one: one.name)
    return sha256(b"".join(one.read_bytes() for one in sources)).hexdigest()


def compiled(function: Function) -> Function:
    """Compile on first use and keep the result on disk, where there is one to write to.

    What is kept holds for all sources of a package together: compiled code contains that of the functions it calls, in
    whatever module of the package they are, and the accelerator itself only looks whether the module of the caller is
    still the same. A compiled function calls none of another package.
    """
    if not IS_FAST:
        return function
    try:
        made: Function = numba.njit(cache=True)(function)
    except RuntimeError:
        return numba.njit(function)  # type: ignore[no-any-return]
    made._cache._cache_file._source_stamp = _stamp(function.__module__.rpartition(".")[0])  # type: ignore[attr-defined]
    return made


def constant(value: int) -> int:
    """A number like any other for the functions that it is passed to."""
    return numpy.int64(value) if IS_FAST else value


def filled(length: int, value: int, *, bits: int = 64) -> Numbers:
    """So many times this number."""
    made: Numbers = numpy.full(length, value, f"int{bits}") if IS_FAST else [value] * length
    return made


def numbers(values: Iterable[int], *, bits: int = 64) -> Numbers:
    """These numbers, copied unless they are an array of this kind already; raises `TooLarge` when one does not fit."""
    if IS_FAST and getattr(values, "dtype", None) == f"int{bits}":
        return numpy.ascontiguousarray(values)  # type: ignore[no-any-return]
    made = [int(one) for one in values]
    most = 1 << bits - 1
    if made and not -most <= min(made) <= max(made) < most:
        raise TooLarge(f"a number that needs more than {bits} bits")
    return numpy.array(made, f"int{bits}") if IS_FAST else made


def longer(values: Any, extra: int, value: int = 0) -> Numbers:  # noqa: ANN401 (an array or a list)
    """A copy with this value so many times more at the end."""
    if not IS_FAST:
        return [*values, *([value] * extra)]
    made: Numbers = numpy.concatenate([values, numpy.full(extra, value, values.dtype)])
    return made
