"""How like two zones are: for provenance, filters and routing, never a score.

D in [0, 1] = .45 climate + .30 soil + .25 farming, 0 the same. At every level what either side does
not know drops out and the weights of the rest are rescaled. Expert weights, not calibrated.
"""

from dataclasses import dataclass
from typing import Literal

from practices.zones.koppen import KOPPEN, KoppenClass
from practices.zones.land import POWERS, WATERS, land_use_distance
from practices.zones.soils import DEPTHS, DRAINAGES, SOIL_DISTANCE, TEXTURES
from practices.zones.zone import Zone

Word = Literal["like_yours", "similar", "partly_similar", "different", "unknown"]

PART_WEIGHTS = {"climate": 0.45, "soil": 0.30, "farming": 0.25}
CLIMATE_WEIGHTS = {"rain": 0.40, "summer_heat": 0.20, "winter_cold": 0.20, "season": 0.20}
SOIL_WEIGHTS = {"soil": 0.40, "texture": 0.30, "drainage": 0.15, "depth": 0.15}
FARMING_WEIGHTS = {"land_use": 0.45, "water": 0.20, "power": 0.15, "crops": 0.20}
# A dry summer meets crops in their warm season, a dry winter in their rest: against a climate
# without a dry season the first weighs .6 and the second .5. Dry summer against dry winter is 1.
SEASON_DISTANCE = {
    frozenset("N"): 0.0,
    frozenset("W"): 0.0,
    frozenset("S"): 0.0,
    frozenset("NW"): 0.5,
    frozenset("NS"): 0.6,
    frozenset("WS"): 1.0,
}
BANDS: tuple[tuple[float, Word], ...] = (
    (0.15, "like_yours"),
    (0.30, "similar"),
    (0.45, "partly_similar"),
)

Weighted = tuple[float, float]
"""A sum of weight x distance, and the sum of the weights of what both sides know."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Distance of each part, 0 the same .. 1 different; None where nothing of it is known."""

    climate: float | None
    soil: float | None
    farming: float | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two zones are from each other.

    distance: 0 the same .. 1 different, None if no part is known on both sides. known_share: how
    much of the full comparison both sides know, 0 .. 1. word: like_yours (distance below .15),
    similar (.30), partly_similar (.45), different, or unknown.
    """

    distance: float | None
    known_share: float
    parts: Parts
    word: Word


def likeness(a: Zone, b: Zone) -> Likeness:
    """Compare two zones; the order does not matter."""
    sums = {"climate": climate_sums(a, b), "soil": soil_sums(a, b), "farming": farming_sums(a, b)}
    parts = {name: _mean(weighted) for name, weighted in sums.items()}
    known = {name: PART_WEIGHTS[name] for name, part in parts.items() if part is not None}
    distance = None
    if known:
        total = sum(weight * (parts[name] or 0.0) for name, weight in known.items())
        distance = total / sum(known.values())
    share = sum(PART_WEIGHTS[name] * weight for name, (_, weight) in sums.items())
    return Likeness(distance, min(share, 1.0), Parts(**parts), word_for(distance))


def word_for(distance: float | None) -> Word:
    """The word for a distance."""
    if distance is None:
        return "unknown"
    # Rounded, so that a distance on a border does not fall to either side by the last bit.
    return next((word for below, word in BANDS if round(distance, 9) < below), "different")


def climate_sums(a: Zone, b: Zone) -> Weighted:
    """Of rain class, summer heat, winter cold and season."""
    if a.climate is None or b.climate is None:
        return 0.0, 0.0
    one, other = KOPPEN[a.climate], KOPPEN[b.climate]
    distances = {
        "rain": abs(one.rain - other.rain) / 3,
        "summer_heat": abs(one.summer_heat - other.summer_heat) / 4,
        "winter_cold": abs(felt_winter_cold(one, a.tropical) - felt_winter_cold(other, b.tropical))
        / 4,
        "season": SEASON_DISTANCE[frozenset({one.season, other.season})],
    }
    return sum(CLIMATE_WEIGHTS[name] * distance for name, distance in distances.items()), 1.0


def felt_winter_cold(climate: KoppenClass, tropical: bool | None) -> int:
    """Winter cold 0 .. 4; between the tropics none for A, B and C climates.

    Where the latitude is not known the class speaks for itself.
    """
    return 0 if tropical and climate.code[0] in "ABC" else climate.winter_cold


def soil_sums(a: Zone, b: Zone) -> Weighted:
    """Of soil class, feel, drainage and depth."""
    class_distance = None
    if a.soil is not None and b.soil is not None:
        class_distance = SOIL_DISTANCE[a.soil, b.soil]
    return _sums(
        SOIL_WEIGHTS,
        {
            "soil": class_distance,
            "texture": steps_apart(TEXTURES, a.texture, b.texture),
            "drainage": steps_apart(DRAINAGES, a.drainage, b.drainage),
            "depth": steps_apart(DEPTHS, a.depth, b.depth),
        },
    )


def farming_sums(a: Zone, b: Zone) -> Weighted:
    """Of land use, water, power and crop groups (the share of groups only one side grows)."""
    use = crops = None
    if a.land_use is not None and b.land_use is not None:
        use = land_use_distance(a.land_use, b.land_use)
    if a.crops and b.crops:
        crops = 1 - len(a.crops & b.crops) / len(a.crops | b.crops)
    return _sums(
        FARMING_WEIGHTS,
        {
            "land_use": use,
            "water": steps_apart(WATERS, a.water, b.water),
            "power": steps_apart(POWERS, a.power, b.power),
            "crops": crops,
        },
    )


def steps_apart(order: tuple[str, ...], a: str | None, b: str | None) -> float | None:
    """Distance along an ordered list, 0 the same .. 1 its two ends; None if a side is unknown."""
    if a is None or b is None:
        return None
    return abs(order.index(a) - order.index(b)) / (len(order) - 1)


def _sums(weights: dict[str, float], distances: dict[str, float | None]) -> Weighted:
    known = {name: distance for name, distance in distances.items() if distance is not None}
    return (
        sum(weights[name] * distance for name, distance in known.items()),
        sum(weights[name] for name in known),
    )


def _mean(weighted: Weighted) -> float | None:
    total, weight = weighted
    return total / weight if weight else None
