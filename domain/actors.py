"""Who acts: a role, and where it matters which person behind it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    COORDINATOR = "coordinator"
    BUDDY = "buddy"
    POLICY = "policy"
    ADMINISTRATOR = "administrator"
    MODERATOR = "moderator"


@dataclass(frozen=True)
class Actor:
    """Somebody who asks for something; without roles it is a parent or a passer-by."""

    name: str = ""
    roles: frozenset[Role] = frozenset()
    account_id: int | None = None
    buddy_id: int | None = None

    @property
    def label(self) -> str:
        """How the journal names this actor: no personal data, only which account."""
        return f"account:{self.account_id}" if self.account_id else self.name

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


PARENT = Actor(name="parent")
CLOCK = Actor(name="clock")
DEMO = Actor(name="demo")
