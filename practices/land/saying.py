"""Places as people say them, in the reader's language."""

from core.places.directions import DIRECTION_TEXTS, bearing, compass_point, km_between
from core.places.gazetteer import NearPlace, Place
from core.words import N_, gettext
from practices import labels
from practices.search.explain import number

IN_TOWN_KM = 3


def said_place(place: Place) -> str:
    """A town and its country."""
    return gettext(N_("{place}, {country}")).format(
        place=place.name, country=labels.country(place.country)
    )


def said_near(near: NearPlace) -> str:
    """A place seen from the nearest town: 12 km north-east of a town."""
    code = "at" if near.km < IN_TOWN_KM else near.compass
    return gettext(DIRECTION_TEXTS[code]).format(
        km=number(round(near.km)), place=said_place(near.place)
    )


def said_point(place: Place, lat: float, lon: float) -> str:
    """A point by a town that was chosen for it: the town alone where the point lies in it."""
    km = km_between(place.lat, place.lon, lat, lon)
    if km < IN_TOWN_KM:
        return said_place(place)
    degrees = bearing(place.lat, place.lon, lat, lon)
    return said_near(NearPlace(place, km, degrees, compass_point(degrees)))
