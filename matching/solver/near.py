"""The pairs that matter at the prices so far: far fewer than all, and nearly always enough."""

from matching.solver.compiled import Numbers, compiled, filled
from matching.solver.network import QUALITY_BITS, Flow, Network

FAR = 64


def near(net: Network, flow: Flow) -> Network:
    """The same network with only the pairs that are at most `FAR` points worse for the parent than the best."""
    start = filled(len(net.start), 0)
    _count(net, flow, start)
    pairs = start[len(start) - 1]
    buddy, quality = filled(pairs, 0, bits=32), filled(pairs, 0, bits=QUALITY_BITS)
    _copy(net, flow, start, buddy, quality)
    return net._replace(start=start, buddy=buddy, quality=quality)


@compiled
def _count(net: Network, flow: Flow, start: Numbers) -> None:
    """Sets gains to what the best is worth, and `start` as in the new network."""
    for parent in range(len(net.base)):
        gain = 0
        for pair in range(net.start[parent], net.start[parent + 1]):
            gain = max(gain, net.base[parent] + net.quality[pair] - flow.price[net.buddy[pair]])
        flow.gain[parent] = gain
        start[parent + 1] = start[parent]
        for pair in range(net.start[parent], net.start[parent + 1]):
            if gain + flow.price[net.buddy[pair]] - net.base[parent] - net.quality[pair] <= FAR:
                start[parent + 1] += 1


@compiled
def _copy(net: Network, flow: Flow, start: Numbers, buddy: Numbers, quality: Numbers) -> None:
    for parent in range(len(net.base)):
        to = start[parent]
        for pair in range(net.start[parent], net.start[parent + 1]):
            if flow.gain[parent] + flow.price[net.buddy[pair]] - net.base[parent] - net.quality[pair] <= FAR:
                buddy[to], quality[to] = net.buddy[pair], net.quality[pair]
                to += 1
