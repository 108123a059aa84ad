"""The judged queries: what was asked, from which land, and which practices answer it."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import yaml
from msgspec import Meta

from i18n.languages import CODES
from practices.zones.soils import Soil
from practices.zones.zone import Zone

FOLDER = Path(__file__).parent / "queries"

Grade = Annotated[int, Meta(ge=1, le=3)]
Kind = Literal["keyword", "question", "empty"]


class JudgementDamaged(ValueError):
    """The file of a language contradicts itself; the message says where and how."""


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the asker's land is, degrees (WGS 84)."""

    name: str
    lat: float
    lon: float


class JudgedQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One query of a reader of `reader`, typed in `typed_in` where that is another language.

    `means` says the text in English. `relevant`: slug to grade 1 .. 3, all others are 0.
    `infeasible`: slugs that cannot work on this land.
    """

    id: str
    kind: Kind
    text: str
    reader: str
    place: Place
    relevant: Annotated[dict[str, Grade], Meta(min_length=1)]
    infeasible: tuple[str, ...]
    typed_in: str = ""
    means: str = ""
    land_use: str | None = None
    water: Literal["rainfed", "supplementary", "irrigated"] | None = None
    soil: Soil | None = None
    crops: tuple[int, ...] = ()
    slope_percent: float | None = None
    floods: bool | None = None

    @property
    def zone(self) -> Zone:
        """The land as the asker tells it; its climate is not looked up yet.

        Raises:
            ZoneNotUnderstood: a code that does not exist.
        """
        return Zone(
            land_use=self.land_use,
            water=self.water,
            soil=self.soil,
            crops=frozenset(self.crops),
            slope_percent=self.slope_percent,
            floods=self.floods,
            lat=self.place.lat,
            lon=self.place.lon,
        )


def queries_of(language: str, folder: Path = FOLDER) -> list[JudgedQuery]:
    """The judged queries of readers of a language.

    Raises:
        JudgementDamaged: with every fault of the file.
    """
    file = folder / f"{language}.yaml"
    try:
        queries = msgspec.convert(yaml.safe_load(file.read_text("utf-8")), list[JudgedQuery])
    except msgspec.ValidationError as problem:
        raise JudgementDamaged(f"{file}: {problem}") from problem
    faults = [f"{one.id}: {fault}" for one in queries for fault in _faults(one, language)]
    counted = Counter(one.id for one in queries)
    faults += [f"{name}: given {times} times" for name, times in counted.items() if times > 1]
    if faults:
        raise JudgementDamaged(f"{file}: " + "; ".join(faults))
    return queries


def unknown_slugs(queries: Sequence[JudgedQuery], published: Collection[str]) -> list[str]:
    """Judged practices that are not in the collection (renamed or taken out)."""
    judged = {slug for query in queries for slug in (*query.relevant, *query.infeasible)}
    return sorted(judged - set(published))


def _faults(query: JudgedQuery, language: str) -> list[str]:
    faults = []
    if query.reader != language:
        faults.append(f"the reader's language is {query.reader}, the file's {language}")
    if query.typed_in and query.typed_in not in CODES:
        faults.append(f"typed in {query.typed_in}, which is not served")
    if (query.kind == "empty") != (query.text == ""):
        faults.append("only an empty query has no text")
    faults += [
        f"{slug} is relevant and infeasible" for slug in query.infeasible if slug in query.relevant
    ]
    return faults
