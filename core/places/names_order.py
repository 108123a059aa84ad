"""Which of several places of one name comes first."""

from collections.abc import Callable

from core.places.directions import km_between
from core.places.names_capitals import CAPITAL_WEIGHT, is_capital
from core.places.names_found import Match, Place
from core.places.schema import weight_of

# A place named after a comma counts only for places not further from it than this.
_BESIDE_KM = 300.0


def _is_main(match: Match, asked: str, folded: str) -> bool:
    """Whether it is the main name of the place that was found."""
    return folded == asked or (match == "prefix" and folded.startswith(asked))


def weights_of(fresh: dict[int, tuple[Place, str]], match: Match, asked: str) -> dict[int, int]:
    """How much each place counts, by rank; the largest of a capital's name is the capital."""
    weights: dict[int, int] = {}
    capitals: set[str] = set()
    for rank, (place, folded) in sorted(fresh.items()):
        main_name = _is_main(match, asked, folded)
        weights[rank] = weight_of(place.population, main_name=main_name)
        if main_name and place.country not in capitals and is_capital(folded, place.country):
            capitals.add(place.country)
            weights[rank] *= CAPITAL_WEIGHT
    return weights


def by_distance(point: tuple[float, float]) -> Callable[[Place], float]:
    """How far a place is from a point, in km."""
    return lambda place: km_between(*point, place.lat, place.lon)


def beside_first(anchor: tuple[float, float] | None) -> Callable[[Place], float]:
    """Places near the anchor first, by distance; the others are all alike."""
    if anchor is None:
        return lambda _: 0.0
    return lambda place: min(km_between(*anchor, place.lat, place.lon), _BESIDE_KM)
