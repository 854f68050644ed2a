"""Words as somebody sees them: what misleads is taken out, what a language needs stays."""

import pytest

from domain.readable import readable


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Een\x00 twee\x07 drie\x1b[31m", "Een twee drie[31m"),
        ("regel\r\nregel\rregel\tverder\n", "regel\nregel\nregel\tverder\n"),
        ("te\u202egur\u202c en \u2066weer\u2069", "tegur en weer"),
        ("\x85\x9f\ufffdwoord", "woord"),
        ("می\u200cخواهم 👩\u200d👧 שלום\u200f", "می\u200cخواهم 👩\u200d👧 שלום\u200f"),
    ],
)
def test_signs_that_mislead_are_taken_out(typed: str, seen: str) -> None:
    assert readable(typed) == seen
