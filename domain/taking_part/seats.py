"""The seats of a gathering, for one way of taking part: how many are taken or promised, how many parties wait."""

from dataclasses import dataclass

from store.models import Event
from store.states import Way


@dataclass(frozen=True)
class Room:
    """A view on the counters of an event's row; whoever changes them holds the lock on that row."""

    event: Event
    way: Way

    @property
    def seats(self) -> int:
        return self.event.online_seats if self.way is Way.ONLINE else self.event.seats

    @property
    def taken(self) -> int:
        return self.event.online_taken if self.way is Way.ONLINE else self.event.seats_taken

    @property
    def waiting(self) -> int:
        return self.event.online_waiting if self.way is Way.ONLINE else self.event.parties_waiting

    @property
    def free(self) -> int:
        """Seats that nobody has; none when staff gave away more than there are."""
        return max(0, self.seats - self.taken)

    def fits(self, people: int) -> bool:
        """Whether a newcomer gets a seat at once: a free seat belongs to the waiting list while anybody is on it."""
        return not self.waiting and people <= self.free

    def take(self, people: int) -> None:
        """Count seats as taken; a negative number gives them back."""
        if self.way is Way.ONLINE:
            self.event.online_taken += people
        else:
            self.event.seats_taken += people

    def line_up(self, parties: int) -> None:
        """Count parties that join the waiting list; a negative number leaves it."""
        if self.way is Way.ONLINE:
            self.event.online_waiting += parties
        else:
            self.event.parties_waiting += parties
