"""A certificate of conduct counts for three years, and is asked for anew in time."""

from datetime import date

import pytest

from domain.buddying import certificates


@pytest.mark.parametrize(
    ("seen_on", "ends"),
    [(date(2023, 11, 24), date(2026, 11, 24)), (date(2024, 2, 29), date(2027, 3, 1)), (None, None)],
)
def test_a_certificate_counts_for_three_years(seen_on: date | None, ends: date | None) -> None:
    assert certificates.ends(seen_on) == ends


def test_on_the_last_day_a_certificate_still_counts() -> None:
    seen_on = date(2023, 11, 24)

    assert certificates.counts(seen_on, date(2026, 11, 23))
    assert not certificates.counts(seen_on, date(2026, 11, 24))
