"""The order practices are offered in, and what is said of where they were tried."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from practices.effects.rules import Farming
from practices.records.queries import PublishedFacts
from practices.records.structs import Evidence, Site, SiteZone
from practices.search import ranking
from practices.search.table import PracticeTable
from practices.zones.zone import Zone
from tests.practices.facts import facts


def _order(
    scores: list[float] | None,
    verdicts: list[int],
    values: list[float],
    distances: list[float] | None = None,
) -> list[int]:
    count = len(verdicts)
    order: list[int] = ranking.order(
        scores=None if scores is None else np.array(scores),
        warnings=np.array([verdict == 1 for verdict in verdicts], dtype=np.int8),
        vetoes=np.array([verdict == 2 for verdict in verdicts], dtype=np.int8),
        values=np.array(values),
        distances=lambda some: np.array(distances or [np.nan] * count)[some],
        most=count,
    ).tolist()
    return order


def test_without_words_what_fits_comes_first_then_the_larger_effect() -> None:
    assert _order(None, [1, 0, 0, 2], [0.9, 0.1, 0.5, 2.0]) == [2, 1, 0, 3]


def test_an_unknown_effect_stands_between_a_gain_and_a_loss() -> None:
    assert _order(None, [0, 0, 0], [-0.2, np.nan, 0.2]) == [2, 1, 0]


def test_likeness_breaks_ties_and_nothing_else() -> None:
    assert _order(None, [0, 0, 0], [0.3, 0.3, 0.31], [0.1, 0.05, 0.9]) == [2, 1, 0]


def test_with_words_a_clearly_better_text_beats_a_larger_effect() -> None:
    assert _order([10.0, 5.0], [0, 0], [0.0, 0.9]) == [0, 1]


def test_with_words_effect_orders_what_answers_equally_well() -> None:
    assert _order([10.0, 9.9], [0, 0], [0.0, 0.9]) == [1, 0]


def test_what_may_not_fit_stands_lower_but_not_below_what_answers_badly() -> None:
    assert _order([10.0, 9.9, 2.0], [1, 0, 0], [0.5, 0.0, 0.0]) == [1, 0, 2]


def test_each_reason_lowers_a_practice_until_three() -> None:
    """Given the best text with one reason against it, or more, and a text some bands lower."""

    def first(reasons: int) -> int:
        order = ranking.order(
            scores=np.array([10.0, 7.5]),
            warnings=np.array([reasons, 0], dtype=np.int8),
            vetoes=np.zeros(2, dtype=np.int8),
            values=np.zeros(2),
            distances=lambda some: np.zeros(len(some)),
            most=2,
        )
        return int(order[0])

    assert [first(reasons) for reasons in (0, 1, 2, 3, 9)] == [0, 0, 1, 1, 1]


def test_a_site_of_an_unlike_climate_is_never_called_similar() -> None:
    """Given sandy cropland in a rain forest, which only the climate tells from the asker's."""
    seen = _table(_site(climate="Af")).provenance(NIAMEY, 1)
    assert (seen.sites, seen.like, seen.similar) == (1, 0, 0)
    assert seen.distance is not None
    assert seen.distance >= 0.3


def test_on_grazing_land_the_harvest_is_fodder() -> None:
    assert ranking.measured_by("harvest", Zone(land_use="Ge")) == "fodder"
    assert ranking.measured_by("harvest", Zone(land_use="Ca")) == "harvest"
    assert ranking.measured_by("carbon", Zone(land_use="Ge")) == "carbon"


def test_what_cannot_work_is_last_however_well_it_answers() -> None:
    assert _order([10.0, 1.0], [2, 0], [0.9, 0.0]) == [1, 0]


candidates = st.tuples(
    st.floats(0.01, 10),
    st.integers(0, 2),
    st.sampled_from([-0.1, 0.0, 0.2, np.nan]),
    st.floats(0, 1),
)


@given(st.lists(candidates, min_size=1, max_size=40), st.integers(1, 45), st.booleans())
def test_the_first_few_are_the_first_few_of_all(
    found: list[tuple[float, int, float, float]], most: int, with_words: bool
) -> None:
    scores, verdicts, values, distances = (np.array(column) for column in zip(*found, strict=True))

    def first(count: int) -> list[int]:
        order: list[int] = ranking.order(
            scores=scores if with_words else None,
            warnings=(verdicts == 1).astype(np.int8),
            vetoes=(verdicts == 2).astype(np.int8),
            values=values,
            distances=lambda some: distances[some],
            most=count,
        ).tolist()
        return order

    everything = first(len(found))
    assert sorted(everything) == list(range(len(found)))
    assert first(most)[:most] == everything[:most]


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_bands_rise_as_scores_fall_and_begin_with_the_best(scores: list[float]) -> None:
    bands = ranking.bands(np.array(scores))
    assert bands[int(np.argmax(scores))] == 0
    by_score = sorted(zip(scores, bands.tolist(), strict=True), reverse=True)
    assert [band for _, band in by_score] == sorted(band for _, band in by_score)


def _site(country: str = "NE", **values: Any) -> Evidence:
    """A result on sandy cropland of the steppe, but for what is given."""
    spot = {name: values.pop(name, None) for name in ("lat", "lon")}
    zone = SiteZone(**{"climate": "BSh", "soil": "SAN", "land_use": "Ca", **values})
    return replace(facts().evidence[0], site=Site(name="there", country=country, **spot), zone=zone)


def _table(*sites: Evidence, count: int = 2) -> PracticeTable:
    tried = [facts(number, evidence=list(sites)) for number in range(1, count + 1)]
    return PracticeTable(
        PublishedFacts(number, one, ("en",)) for number, one in enumerate(tried, start=1)
    )


NIAMEY = Zone(climate="BSh", soil="SAN", land_use="Ca", lat=13.5, lon=2.1)


def test_sites_like_the_readers_land_are_counted_once_each() -> None:
    table = _table(_site(), _site(), _site(lat=13.0, lon=3.0), _site(climate="Dfb", soil="ORG"))
    seen = table.provenance(NIAMEY, 1)
    assert (seen.sites, seen.like) == (3, 2)
    assert seen.distance is not None
    assert seen.distance < 0.05


def test_a_site_known_only_by_its_use_is_called_neither_like_nor_unlike() -> None:
    seen = _table(_site(climate=None, soil=None)).provenance(NIAMEY, 1)
    assert (seen.sites, seen.like, seen.similar) == (1, 0, 0)
    assert seen.distance is None


def test_facet_counts_leave_their_own_choice_aside() -> None:
    table = _table()
    assert table.facets.counts({"soil": ["ORG"]})["soil"] == {"SAN": 2}
    assert table.facets.counts({"soil": ["ORG"]})["climate"] == {"BSh": 0}
    assert table.matching({"soil": ["ORG"]}).tolist() == []


def test_practices_of_the_same_kind_are_related_and_none_to_itself() -> None:
    shared = _table(count=3).related(1)
    assert shared[1] == 0
    assert (shared[[0, 2]] > 0).all()


def test_an_empty_collection_is_no_fault() -> None:
    table = PracticeTable([])
    assert len(table) == 0
    assert [one.tolist() for one in table.against(NIAMEY, np.zeros(0, np.int64))] == [[], []]
    assert table.distances(NIAMEY, np.zeros(0, dtype=np.int64)).tolist() == []
    assert table.find(np.array([5], dtype=np.int64))[1].tolist() == [False]
    assert table.facets.counts({})["soil"] == {}


def test_a_practice_the_table_does_not_have_yet_is_simply_not_known() -> None:
    table = _table(_site())
    assert table.provenance(NIAMEY, 9).sites == 0
    assert table.effect("harvest", Farming(), 9) is None


def test_the_nearest_site_of_each_practice_counts_and_none_is_none() -> None:
    """Given sites near and far, a practice without any, and one of which only the use is known."""
    tried = [
        [_site(climate="Dfb", soil="ORG"), _site()],
        [],
        [_site(climate=None, soil=None)],
        [_site(climate="Dfb", soil="ORG")],
    ]
    table = PracticeTable(
        PublishedFacts(number, facts(number, evidence=rows), ("en",))
        for number, rows in enumerate(tried, start=1)
    )
    near, nothing, unknown, far = table.distances(NIAMEY, np.arange(4))
    assert near < 0.05 < 0.3 < far
    assert np.isnan([nothing, unknown]).all()
    assert table.distances(NIAMEY, np.array([3, 0])).tolist() == [far, near]


def test_rows_of_a_table_come_by_rising_number() -> None:
    rows = [PublishedFacts(number, facts(number), ("en",)) for number in (2, 1)]
    with pytest.raises(ValueError, match="rising"):
        PracticeTable(rows)
