"""How many questions are to be expected in a window, and how far that may be off by chance, for many series at once."""

from dataclasses import dataclass

import numpy as np

from trends.expected import season
from trends.expected.arrays import Floats, Periods, Whole

FEWEST_SERIES = 3  # fewer tell nothing about how series differ
VAGUE = 0.5


@dataclass(frozen=True)
class Prediction:
    """Mean and variance of the count of each series in the window; `dispersion` is variance over mean within a series.

    `known` is False where nothing can be expected: less than a year of past, or nothing open in the window.
    """

    mean: Floats
    variance: Floats
    dispersion: float
    known: "np.ndarray[tuple[int], np.dtype[np.bool_]]"


@dataclass(frozen=True)
class Level:
    """The rate of each series per unit of exposure in a mean season."""

    mean: Floats
    variance: Floats


def predict(counts: Whole, past: Periods, window: Periods, recent: int) -> Prediction:
    """What the window should bring, judged by the past: a row of `counts` per series.

    1. The season: from the whole past of all series together, drawn to none where there is little to learn from.
    2. The dispersion: Pearson's, pooled over all series in the `recent` last periods, at least 1.
    3. The level of each series in those periods: a gamma prior by the moments of all series (Robbins' empirical Bayes;
       Clayton and Kaldor, Biometrics 43, 1987, 671-681), counts divided by the dispersion.
    4. Mean = level x season x exposure; the variance adds chance, the doubt about the level and that about the season.
    """
    every = counts.astype(float)
    basis, late = past.part(slice(-recent, None)), every[:, -recent:]
    factor, counted = season.raw(every, past)
    dispersion = _dispersion(late, basis, factor)
    shape = season.shrunk(factor, counted, dispersion)
    level = _level(late.sum(axis=1), _room(basis, shape.factor).sum(axis=1), dispersion)
    ahead = _room(window, shape.factor)
    room = ahead.sum(axis=1)
    mean = np.clip(level.mean * room, 1e-9, 1e11)
    doubt = _season_doubt(ahead, window, shape)
    variance = np.minimum(dispersion * mean + level.variance * room**2 + doubt * mean**2, 1e6 * mean * (1 + mean))
    known = (room > 0) & (len(basis) >= past.slots) & np.ones(len(counts), dtype=bool)
    return Prediction(mean, variance, dispersion, known)


def _room(periods: Periods, factor: Floats) -> Floats:
    return periods.exposure * factor[periods.slot]


def _season_doubt(ahead: Floats, window: Periods, shape: season.Season) -> Floats:
    """The relative variance of the season of the window: slots are in doubt independently of each other."""
    by_slot = ahead @ np.eye(window.slots)[window.slot]
    whole = np.maximum(by_slot.sum(axis=1, keepdims=True), 1e-300)
    found: Floats = (by_slot / whole) ** 2 @ shape.variance
    return found


def _dispersion(counts: Floats, periods: Periods, factor: Floats) -> float:
    """Pearson's statistic over its degrees of freedom, of all series that were seen at all."""
    room = _room(periods, factor)
    expected = counts.sum(axis=1, keepdims=True) / np.maximum(room.sum(axis=1, keepdims=True), 1e-300) * room
    seen = expected > 0
    squares = np.divide((counts - expected) ** 2, expected, out=np.zeros_like(expected), where=seen)
    free = int(seen.sum()) - int(seen.any(axis=1).sum()) - (periods.slots - 1)
    return max(1.0, float(squares.sum()) / free) if free > 0 else 1.0


def _level(counted: Floats, room: Floats, dispersion: float) -> Level:
    """Posterior mean and variance of each rate; a series without any room has the mean rate of all."""
    room = np.broadcast_to(room, counted.shape)
    mean = float(counted.sum() / max(float(room.sum()), 1e-300))
    events = _prior_events(counted, room, mean, dispersion)
    if mean <= 0:
        mean = VAGUE / max(float(room.max()), 1.0)
    shape = events + counted / dispersion
    rate = events / mean + room / dispersion
    return Level(shape / rate, shape / rate**2)


def _prior_events(counted: Floats, room: Floats, mean: float, dispersion: float) -> float:
    """How many events the prior counts for: few when series differ much, never more than were counted altogether."""
    if len(counted) < FEWEST_SERIES or mean <= 0:
        return VAGUE
    by_chance = dispersion * mean * float(room.sum()) * (1 - 1 / len(counted))
    beyond = (float(((counted - mean * room) ** 2).sum()) - by_chance) / float((room**2).sum())
    most = max(VAGUE, float(counted.sum()) / dispersion)
    return min(most, max(VAGUE / 5, mean**2 / beyond)) if beyond > 0 else most
