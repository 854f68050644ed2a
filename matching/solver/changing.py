"""A solved problem that can change, by number: with room for parents who come and for buddies who need more places."""

from collections.abc import Iterable, Sequence

from matching.solver.compiled import TooLarge, filled, longer
from matching.solver.inward import by_buddy
from matching.solver.network import NOBODY, Flow, Network
from matching.solver.outward import bring_in
from matching.solver.proof import NotProven, prove
from matching.solver.rows import Rows, check_cost, count_pairs, enough, fill_costs, network
from matching.solver.scale import keys, scale
from matching.solver.search import new_search
from matching.solver.solving import solve
from matching.solver.steps import arrive, leave, part, settle


class NoRoom(Exception):
    """The change does not fit in the room that was left: solve anew, with the change."""


def room(number: int) -> int:
    """For so many more there is room when there are this many."""
    return number // 8 + 64


class Changing:
    """The best flow for these rows, and after each change the best again.

    The last buddy is nobody: without places, for pairs that are gone. The numbers of parents who come go on where the
    rows end. Not for two threads at once.
    """

    def __init__(self, rows: Rows) -> None:
        """Raises as `network` does."""
        parents = len(rows.parent_ids)
        self.used, self.nowhere = parents, len(rows.buddy_ids)
        self.load_weight, self.load = rows.load_weight, rows.load
        self.capacity = [int(one) for one in rows.capacity]
        self.scale = scale(rows.priority, parents + room(parents), rows.load_weight)
        self.highest = max((self.scale.base(int(one)) for one in set(rows.priority)), default=0)
        self.priority = longer(rows.priority, room(parents))
        self.net = _with_room(network(rows, self.scale))
        self.slots = [int(one) for one in self.net.places]
        self.next_slot = sum(self.slots)
        self.pairs = filled(self.nowhere + 1, 0)
        count_pairs(self.net.buddy, len(rows.buddy), self.pairs)
        self.flow = solve(self.net)
        self.into, self.search = by_buddy(self.net), new_search(self.net)

    def arrive(self, parent_id: str, priority: int, buddies: Sequence[int], qualities: Iterable[int]) -> None:
        """A parent comes, whose number is the one that was next. Raises `NoRoom`."""
        net, parent, begin = self.net, self.used, self.net.start[self.used]
        if parent + 2 > len(net.base) or begin + len(buddies) >= len(net.buddy):
            raise NoRoom
        base = self._base(priority)
        for buddy in buddies:
            self.pairs[buddy] += 1
            if net.places[buddy] < min(self.pairs[buddy], self.capacity[buddy] - self.load[buddy]):
                self._lay_out(buddy)
        for pair, (buddy, quality) in enumerate(zip(buddies, qualities, strict=True), start=begin):
            net.buddy[pair], net.quality[pair] = buddy, quality
        net.start[parent + 1] = begin + len(buddies)
        net.base[parent], self.priority[parent] = base, priority
        net.parent_key[2 * parent], net.parent_key[2 * parent + 1] = keys([parent_id], "parent")
        self.used, self.highest = parent + 1, max(self.highest, base)
        arrive(net, self.flow, self.into, self.search, parent)

    def leave(self, parent: int) -> None:
        leave(self.net, self.flow, self.into, self.search, parent)

    def part(self, parent: int, pair: int) -> None:
        part(self.net, self.flow, self.into, self.search, parent, pair, self.nowhere)

    def change_capacity(self, buddy: int, capacity: int) -> None:
        """Raises `NoRoom`, and `TooLarge` when nothing was changed."""
        check_cost(self.load_weight, capacity)
        self.capacity[buddy] = capacity
        self._lay_out(buddy)

    def forced(self, parent: int, pair: int) -> Flow:
        """The best flow in which this pair is matched, for a buddy with places. Raises `NotProven`.

        Nothing changes here. In a copy somebody unseen comes who can only have this buddy and goes before everybody,
        and the parent leaves; then the parent takes that place.
        """
        net, flow, base, unseen = self.net, _copy(self.flow), self.net.base[parent], self.used
        begin, end = net.start[unseen], net.start[unseen + 1]
        net.buddy[begin], net.quality[begin], net.start[unseen + 1] = net.buddy[pair], net.quality[pair], begin + 1
        net.base[unseen] = self.highest + 2 * self.scale.step
        try:
            bring_in(net, flow, self.search, unseen)
            leave(net, flow, self.into, self.search, parent)
            if flow.buddy_of[unseen] == NOBODY or not prove(net, flow).holds:
                raise NotProven(f"with pair {pair} of parent {parent}")
        finally:
            net.base[parent], net.base[unseen], net.start[unseen + 1] = base, 0, end
        flow.buddy_of[parent], flow.buddy_of[unseen] = flow.buddy_of[unseen], NOBODY
        return flow

    def _base(self, priority: int) -> int:
        try:
            return self.scale.base(priority)
        except TooLarge:
            raise NoRoom from None

    def _lay_out(self, buddy: int) -> None:
        """The places that this buddy needs by now, and everybody to where they should be then."""
        net, free = self.net, self.capacity[buddy] - self.load[buddy]
        places = enough(free, self.pairs[buddy])
        slots = max(places, self.flow.taken[buddy])
        if slots > self.slots[buddy]:
            self._move(buddy, slots)
        fill_costs(net.cost, net.first[buddy], slots, self.load_weight, self.load[buddy], max(1, self.capacity[buddy]))
        net.places[buddy] = places
        settle(net, self.flow, self.into, self.search, buddy)

    def _move(self, buddy: int, slots: int) -> None:
        net, flow, before, first = self.net, self.flow, self.net.first[buddy], self.next_slot
        if first + slots > len(net.cost):
            raise NoRoom
        for k in range(flow.taken[buddy]):
            parent = flow.holder[before + k]
            flow.holder[first + k], flow.place_of[parent] = parent, first + k
        net.first[buddy], self.slots[buddy], self.next_slot = first, slots, first + slots


def _with_room(net: Network) -> Network:
    parents, pairs = room(len(net.base)), room(len(net.buddy))
    return net._replace(
        start=longer(net.start, parents, len(net.buddy)),
        buddy=longer(net.buddy, pairs),
        quality=longer(net.quality, pairs),
        base=longer(net.base, parents),
        first=longer(net.first, 1),
        places=longer(net.places, 1),
        cost=longer(net.cost, room(len(net.cost))),
        parent_key=longer(net.parent_key, 2 * parents),
        buddy_key=longer(net.buddy_key, 2),
    )


def _copy(flow: Flow) -> Flow:
    return Flow(*(longer(row, 0) for row in flow))
