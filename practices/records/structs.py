"""The shape of a practice: language-free facts, and its words in one language.

One definition serves the collection's files, the database snapshots, and the API.
docs/collection-format.md says in prose what each field holds. A field that is absent is unknown.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from practices.records.codes import (
    Climate,
    Counted,
    CropGroup,
    Degradation,
    Design,
    Factor,
    FarmSize,
    FirstBenefit,
    ImpactOn,
    Kind,
    LandUse,
    Measure,
    Origin,
    Outcome,
    Power,
    Problem,
    SlmGroup,
    Soil,
    Succeeded,
    Texture,
    Water,
    Who,
)

Line = Annotated[str, Meta(min_length=1, max_length=400)]
Paragraph = Annotated[str, Meta(min_length=1, max_length=1600)]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Key = Annotated[str, Meta(pattern=r"^[a-z0-9_]+$", max_length=60)]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Positive = Annotated[float, Meta(ge=0)]
Year = Annotated[int, Meta(ge=1800, le=2100)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Common to all parts: immutable, no unknown keys, unknowns left out."""


class Bounds(_Part, frozen=True, kw_only=True):
    """A range with its source; one side may be open. The unit is in the field's name."""

    min: float | None = None
    max: float | None = None
    source: str


class Context(_Part, frozen=True, kw_only=True):
    """Where the practice is documented to work."""

    climates: list[Climate]
    soils: list[Soil]
    textures: list[Texture] = []
    land_uses: Annotated[list[LandUse], Meta(min_length=1)]
    rain_mm: Bounds | None = None
    slope_percent: Bounds | None = None
    altitude_m: Bounds | None = None
    farm_sizes: list[FarmSize] = []
    crop_groups: list[CropGroup] = []
    water: list[Water] = []
    power: list[Power] = []


class Limit(_Part, frozen=True, kw_only=True):
    """A bound of feasibility: outside it the practice fails (veto) or may not fit (warn)."""

    factor: Factor
    min: float | None = None
    max: float | None = None
    excluded: list[str] = field(default_factory=list, name="not")
    outside: Literal["veto", "warn"]
    source: str


class Money(_Part, frozen=True, kw_only=True):
    """US dollars per hectare, in the money of `year`."""

    low: Positive
    high: Positive
    year: Year
    source: str


class Days(_Part, frozen=True, kw_only=True):
    """Person-days per hectare."""

    low: Positive
    high: Positive
    source: str


class Costs(_Part, frozen=True, kw_only=True):
    """What it costs once, and each year."""

    establishment: Money | None = None
    maintenance: Money | None = None


class Labour(_Part, frozen=True, kw_only=True):
    """Work once, and each year."""

    establishment: Days | None = None
    maintenance: Days | None = None


class Benefit(_Part, frozen=True, kw_only=True):
    """When the land manager first gains from it."""

    when: FirstBenefit
    source: str


class Impact(_Part, frozen=True, kw_only=True):
    """WOCAT scale: -3 very negative to +3 very positive for the land user."""

    on: ImpactOn
    value: Annotated[int, Meta(ge=-3, le=3)]
    source: str


class Site(_Part, frozen=True, kw_only=True):
    """Where something was measured."""

    name: Line
    country: Country | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None


class SiteZone(_Part, frozen=True, kw_only=True):
    """The zone of a site; a part that is not known is left out."""

    climate: Climate | None = None
    soil: Soil | None = None
    land_use: LandUse | None = None


class Span(_Part, frozen=True, kw_only=True):
    """Years, both included."""

    start: Year = field(name="from")
    end: Year = field(name="to")


class Depth(_Part, frozen=True, kw_only=True):
    """Soil depth in cm."""

    top: Positive = field(name="from")
    bottom: Positive = field(name="to")


class Count(_Part, frozen=True, kw_only=True):
    """How many of what were compared."""

    count: Annotated[int, Meta(ge=1)]
    of: Counted


class Interval(_Part, frozen=True, kw_only=True):
    """Interval of a change, in percent; `level` is its confidence in percent."""

    low: float
    high: float
    level: Annotated[float, Meta(gt=0, lt=100)] | None = None


class Evidence(_Part, frozen=True, kw_only=True):
    """One documented result: a site or a study, for better or worse."""

    id: Key
    source: str
    design: Design
    outcome: Outcome
    site: Site
    zone: SiteZone = SiteZone()
    years: Span | None = None
    duration_years: Positive | None = None
    depth_cm: Depth | None = None
    n: Count | None = None
    control: float | None = None
    treatment: float | None = None
    unit: Annotated[str, Meta(max_length=40)] | None = None
    change_percent: Annotated[float, Meta(gt=-100)] | None = None
    interval_percent: Interval | None = None
    crop: Annotated[str, Meta(max_length=60)] | None = None
    crop_group: CropGroup | None = None
    water: Water | None = None
    succeeded: Succeeded


class LocalKnowledge(_Part, frozen=True, kw_only=True):
    """Whose knowledge it is, and on what terms it is shown."""

    people: Line
    country: Country
    recorded_in: str
    consent: Literal["published_source", "community_agreement"]


class ReviewDates(_Part, frozen=True, kw_only=True):
    """When the record was published and when it is looked at again."""

    published: date
    next_review: date


class Source(_Part, frozen=True, kw_only=True):
    """Where a fact was looked up."""

    citation: Annotated[str, Meta(min_length=10, max_length=600)]
    year: Year | None = None
    doi: Annotated[str, Meta(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Annotated[str, Meta(pattern=r"^https?://\S+$")] | None = None
    seen_at: Annotated[str, Meta(pattern=r"^https?://\S+$")]
    seen_on: date
    note: Annotated[str, Meta(max_length=400)] | None = None


class Facts(_Part, frozen=True, kw_only=True):
    """Everything about a practice that does not depend on a language."""

    id: Annotated[str, Meta(pattern=r"^[a-z]{2,8}-[a-z0-9-]{1,40}$")]
    slug: Slug
    former_slugs: list[Slug] = []
    kind: Kind
    original_language: str
    licence: Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "CC-BY-NC-SA-3.0", "CC-BY-NC-SA-4.0"]
    attribution: Line
    slm_groups: Annotated[list[SlmGroup], Meta(min_length=1)]
    measures: Annotated[list[Measure], Meta(min_length=1)]
    degradation: list[Degradation] = []
    problems: list[Problem] = []
    concepts: list[str] = []
    context: Context
    limits: list[Limit] = []
    costs: Costs = Costs()
    labour: Labour = Labour()
    who: list[Who] = []
    first_benefit: Benefit | None = None
    impacts: list[Impact] = []
    evidence: list[Evidence] = []
    local_knowledge: LocalKnowledge | None = None
    review: ReviewDates
    sources: dict[Key, Source]


class Step(_Part, frozen=True, kw_only=True):
    """One thing to do."""

    title: Line
    text: Paragraph


class NativeReview(_Part, frozen=True, kw_only=True):
    """The native speaker who read it."""

    by: Line
    on: date


class FieldOrigin(_Part, frozen=True, kw_only=True):
    """Who made one field, where it differs from the rest of the words."""

    origin: Origin
    made_by: Line
    native_review: Literal["none"] | NativeReview = "none"
    follows_version: Annotated[int, Meta(ge=1)]


class Words(_Part, frozen=True, kw_only=True):
    """A practice in one language."""

    language: str
    origin: Origin
    made_by: Line
    native_review: Literal["none"] | NativeReview = "none"
    follows_version: Annotated[int, Meta(ge=1)]
    title: Annotated[str, Meta(min_length=1, max_length=90)]
    also_called: list[Line] = []
    summary: Annotated[str, Meta(min_length=1, max_length=420)]
    how_it_works: Paragraph
    steps: Annotated[list[Step], Meta(min_length=3, max_length=7)]
    requirements: list[Line]
    maintenance: list[Line]
    constraints: list[Line]
    not_where: list[Line]
    who_does_it: Paragraph
    safety: Paragraph | None = None
    picture: Line
    evidence: dict[Key, Line]
    local_knowledge: Paragraph | None = None
    fields: dict[str, FieldOrigin] = {}


class Headline(Struct, frozen=True, kw_only=True):
    """What a list shows of `Words`, read from the same place; the rest is passed over."""

    language: str
    origin: Origin
    title: str
    summary: str
