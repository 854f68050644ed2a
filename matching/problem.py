"""A scored problem for everybody at once: who asks, who offers how much, and how good each allowed pair is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Parent:
    """`priority` is 1 or more: who waits longer or needs help sooner goes first."""

    id: str
    priority: int


@dataclass(frozen=True)
class Buddy:
    """Takes `capacity - load` parents more."""

    id: str
    capacity: int
    load: int = 0

    @property
    def free(self) -> int:
        return self.capacity - self.load


@dataclass(frozen=True)
class Problem:
    """`quality` holds the allowed pairs only, by (parent id, buddy id), each 0..1000."""

    parents: tuple[Parent, ...]
    buddies: tuple[Buddy, ...]
    quality: Mapping[tuple[str, str], int]
    load_weight: int = 100

    @cached_property
    def priority(self) -> Mapping[str, int]:
        return {parent.id: parent.priority for parent in self.parents}

    @cached_property
    def buddy(self) -> Mapping[str, Buddy]:
        return {buddy.id: buddy for buddy in self.buddies}

    def cost(self, buddy_id: str, parents: int) -> int:
        """What it costs that this buddy gets so many parents more: the k-th costs more than the one before."""
        return sum(self.step(self.buddy[buddy_id], k) for k in range(1, parents + 1))

    def step(self, buddy: Buddy, k: int) -> int:
        """What the k-th new parent of this buddy costs, in points of quality."""
        return self.load_weight * (buddy.load + k) // buddy.capacity
