"""The shapes of the answers under `/api/v1` and of `--json` on the command line."""

from msgspec import Struct

from practices.records.structs import Facts, Words


class ZoneAnswer(Struct, frozen=True, kw_only=True):
    """What the maps say of a point. Distances in km, coordinates in degrees (WGS 84)."""

    lat: float
    lon: float
    climate: str
    climate_name: str
    climate_plain: str
    climate_later: str
    distance_km: float
    ipcc_zone: str
    ipcc_zone_name: str
    ipcc_sure: str
    ipcc_question: str | None
    near: str | None
    source: str = "Beck et al. 2018, doi:10.1038/sdata.2018.214, CC BY 4.0"


class LikenessAnswer(Struct, frozen=True, kw_only=True):
    """How like two zones are: distance 0 (the same) to 1; null where nothing can be compared."""

    first: str
    second: str
    distance: float | None
    known_share: float
    climate: float | None
    soil: float | None
    farming: float | None
    word: str
    word_plain: str
    why: list[str]


class PlaceAnswer(Struct, frozen=True, kw_only=True):
    """A place a name may mean."""

    name: str
    country: str
    country_name: str
    admin: str
    lat: float
    lon: float
    population: int
    match: str
    near: str | None


class EffectAnswer(Struct, frozen=True, kw_only=True):
    """Expected change on a new farm, percent, with its range and the studies behind it."""

    percent: float
    low: float
    high: float
    studies: int


class HitAnswer(Struct, frozen=True, kw_only=True):
    """A practice that was found. verdict: fits, may_not_fit or cannot_work."""

    id: str
    slug: str
    title: str
    summary: str
    language: str
    origin: str
    text_score: float | None
    likeness: float | None
    likeness_word: str
    sites_like: int
    sites_similar: int
    verdict: str
    reasons_against: list[str]
    effect: EffectAnswer | None
    reason: str
    found_by: str


class SearchAnswerStruct(Struct, frozen=True, kw_only=True):
    """One page of practices, best first, and the counts of every facet."""

    total: int
    fitting: int
    language: str
    typed_in: str
    zone: str
    hits: list[HitAnswer]
    related: list[HitAnswer]
    facets: dict[str, dict[str, int]]
    next: str | None


class PracticeAnswer(Struct, frozen=True, kw_only=True):
    """A whole practice: its facts, and its words in one language."""

    version: int
    changed_at: str
    facts: Facts
    words: Words
    languages: list[str]


class ExportAnswer(Struct, frozen=True, kw_only=True):
    """A page of the open export, by id; `next` continues it."""

    licence_note: str
    practices: list[PracticeAnswer]
    next: str | None
