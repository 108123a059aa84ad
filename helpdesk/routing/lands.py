"""What experts know of land: which climates, soils and land uses, and what they answered for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from core.words import N_
from helpdesk.routing.facts import ExpertFacts
from practices.zones.koppen import KOPPEN_CLASSES
from practices.zones.land import LAND_USES, land_use_distance
from practices.zones.likeness import PART_WEIGHTS, climate_sums
from practices.zones.soils import SOIL_DISTANCE, SOILS
from practices.zones.table import ZoneTable
from practices.zones.wocat import wocat_zone
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]

HIGHLAND_FROM_M = 1000
"""Expert: from here on land is called highland."""
LANDS: tuple[tuple[str, str], ...] = (
    ("arid_lands", N_("arid land")),
    ("arid_highlands", N_("arid highlands")),
    ("semi_arid_lands", N_("semi-arid land")),
    ("semi_arid_highlands", N_("semi-arid highlands")),
    ("sub_humid_lands", N_("sub-humid land")),
    ("sub_humid_highlands", N_("sub-humid highlands")),
    ("humid_lands", N_("humid land")),
    ("humid_highlands", N_("humid highlands")),
)
LAND_NAMES = dict(LANDS)
_LAND_CODES = [code for code, _ in LANDS]
_UNNAMED = -1
_LATITUDE_OF = {None: None, True: 0.0, False: 45.0}
"""Of latitude, likeness only asks whether a place lies between the tropics."""
_CLIMATES = [known.code for known in KOPPEN_CLASSES]
_COOL_SUMMERS = {code for code in _CLIMATES if code[0] == "C" and code[2] in "bc"}
_USES = [use.code for use in LAND_USES]


@dataclass(frozen=True, slots=True)
class KnownLand:
    """Climates, soils and land uses by expert: a row an expert, a column a code."""

    climates: Bools
    soils: Bools
    land_uses: Bools

    @classmethod
    def of(cls, experts: Sequence[ExpertFacts]) -> "KnownLand":
        """Packed in the order of the experts. Raises ValueError for a code that does not exist."""
        return cls(
            _listed(_CLIMATES, [expert.climates for expert in experts]),
            _listed(list(SOILS), [expert.soils for expert in experts]),
            _listed(_USES, [expert.land_uses for expert in experts]),
        )

    def compare(self, zone: Zone) -> tuple[Floats, Floats]:
        """How far the land of each expert is from `zone`, and how much of it both sides know.

        Each part (climate, soil, land use) is the nearest of those the expert lists; the weights of
        the parts are those of likeness, of farming only the land use. Shapes (experts,); distance 0
        the same .. 1 different, NaN where nothing is known on both sides; known 0 .. 1 of what the
        asker told. A climate the expert lists is taken as it is at the asker's latitude.
        """
        parts = []
        if zone.climate is not None:
            apart = _from_climate(zone.climate, zone.tropical)
            parts.append((PART_WEIGHTS["climate"], _nearest(self.climates, apart)))
        if zone.soil is not None:
            apart = tuple(SOIL_DISTANCE[zone.soil, code] for code in SOILS)
            parts.append((PART_WEIGHTS["soil"], _nearest(self.soils, apart)))
        if zone.land_use is not None:
            apart = tuple(land_use_distance(zone.land_use, code) for code in _USES)
            parts.append((PART_WEIGHTS["farming"], _nearest(self.land_uses, apart)))
        count = len(self.climates)
        total, known = np.zeros(count), np.zeros(count)
        for weight, distance in parts:
            told = ~np.isnan(distance)
            total += weight * np.where(told, distance, 0.0)
            known += weight * told
        distance = np.divide(total, known, out=np.full(count, np.nan), where=known > 0)
        whole = sum(weight for weight, _ in parts)
        return distance, known / whole if whole else known


def _listed(codes: Sequence[str], lists: Sequence[frozenset[str]]) -> Bools:
    places = {code: place for place, code in enumerate(codes)}
    found = np.zeros((len(lists), len(codes)), np.bool_)
    for row, listed in enumerate(lists):
        unknown = listed - places.keys()
        if unknown:
            raise ValueError(f"no such land: {sorted(unknown)}")
        found[row, [places[code] for code in listed]] = True
    return found


def _nearest(listed: Bools, distances: Sequence[float]) -> Floats:
    """The smallest distance among the listed codes; NaN where none is listed."""
    apart = np.array(distances)
    order = np.argsort(apart, kind="stable")
    nearest = listed.take(order, axis=1).argmax(axis=1)
    found: Floats = apart[order].take(nearest)
    # Where nothing is listed the first column answers, and is not listed either.
    found[~listed[np.arange(len(listed)), order[nearest]]] = np.nan
    return found


@cache
def _from_climate(climate: str, tropical: bool | None) -> tuple[float, ...]:
    """Distance of every climate from one, all at the same latitude."""
    lat = _LATITUDE_OF[tropical]
    here = Zone(climate=climate, lat=lat)
    return tuple(climate_sums(here, Zone(climate=code, lat=lat))[0] for code in _CLIMATES)


@dataclass(frozen=True, slots=True)
class PastAnswers:
    """Answered questions: a row for each expert, topic and zone; the rows of an expert together.

    start: shape (experts + 1,), the rows of expert i are start[i] to start[i + 1]. topic: numbers
    of `topics`. land: numbers of `LANDS`, -1 where the kind of land is not known.
    """

    start: Counts
    expert: Counts
    zones: ZoneTable
    topics: Mapping[str, int]
    topic: Counts
    count: Floats
    land: Counts

    @classmethod
    def of(cls, experts: Sequence[ExpertFacts]) -> "PastAnswers":
        """Packed in the order of the experts."""
        rows = [(row, past) for row, expert in enumerate(experts) for past in expert.answered]
        kinds = {past.zone: land_code(past.zone) for _, past in rows}
        topics = {topic: number for number, topic in enumerate({past.topic for _, past in rows})}
        start = np.zeros(len(experts) + 1, np.int64)
        np.cumsum([len(expert.answered) for expert in experts], out=start[1:])
        return cls(
            start,
            np.array([row for row, _ in rows], np.int64),
            ZoneTable.of([past.zone for _, past in rows]),
            topics,
            np.array([topics[past.topic] for _, past in rows], np.int64),
            np.array([past.count for _, past in rows], np.float64),
            np.array([_land_number(kinds[past.zone]) for _, past in rows], np.int64),
        )

    def alike(self, topic: str | None, zone: Zone, below: float) -> tuple[Bools, Bools]:
        """Rows of the topic, and those of them whose land is nearer to `zone` than `below`.

        Where the topic is not known, rows of any topic. Shapes (rows,).
        """
        if topic is None:
            same = np.ones(len(self.expert), np.bool_)
        else:
            same = self.topic == self.topics.get(topic, _UNNAMED)
        like = np.zeros(len(self.expert), np.bool_)
        at = np.flatnonzero(same)
        if len(at):
            # Rounded as likeness is named, so that a border falls to the same side everywhere.
            distance = np.round(self.zones.at(at).distances(zone).astype(np.float64), 6)
            like[at] = distance < below  # False where nothing is known on both sides
        return same, like

    def per_expert(self, rows: Bools) -> Floats:
        """How many answers these rows hold, by expert. Shape (experts,)."""
        at = np.flatnonzero(rows)
        counted = np.bincount(
            self.expert.take(at), weights=self.count.take(at), minlength=len(self.start) - 1
        )
        return counted.astype(np.float64)

    def land_of(self, expert: int, rows: Bools) -> str | None:
        """The one kind of land all these rows of an expert come from; None where there is none."""
        own = slice(int(self.start[expert]), int(self.start[expert + 1]))
        lands = set(self.land[own][rows[own]].tolist())
        only = lands.pop() if len(lands) == 1 else _UNNAMED
        return None if only == _UNNAMED else _LAND_CODES[only]


def land_code(zone: Zone) -> str | None:
    """The kind of land in two words, such as `semi_arid_highlands`; None where it is not known.

    Highland: from `HIGHLAND_FROM_M` on; where the altitude is not known, between the tropics, in a
    C climate whose summer is not hot (b, c), which only height brings there.
    """
    if zone.climate is None:
        return None
    wetness = wocat_zone(zone.climate, rain_mm=zone.rain_mm)
    if wetness is None:
        return None
    return f"{wetness.code}_{'highlands' if _high(zone) else 'lands'}"


def _high(zone: Zone) -> bool:
    if zone.altitude_m is not None:
        return zone.altitude_m >= HIGHLAND_FROM_M
    return zone.tropical is True and zone.climate in _COOL_SUMMERS


def _land_number(code: str | None) -> int:
    return _UNNAMED if code is None else _LAND_CODES.index(code)
