"""The invented years, for tests that look at the whole house."""

from tests.invented import invented_years, point

__all__ = ["invented_years", "point"]
