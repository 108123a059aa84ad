"""The order practices are offered in, and what is said of where they were tried."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from practices.records.queries import EvidenceResult
from practices.search import ranking
from practices.search.table import PracticeTable, TableRow
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
        verdicts=np.array(verdicts, dtype=np.int8),
        values=np.array(values),
        distances=np.array(distances or [np.nan] * count),
        numbers=np.arange(count),
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


def test_what_cannot_work_is_last_however_well_it_answers() -> None:
    assert _order([10.0, 1.0], [2, 0], [0.9, 0.0]) == [1, 0]


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_bands_rise_as_scores_fall_and_begin_with_the_best(scores: list[float]) -> None:
    bands = ranking.bands(np.array(scores))
    assert bands[int(np.argmax(scores))] == 0
    by_score = sorted(zip(scores, bands.tolist(), strict=True), reverse=True)
    assert [band for _, band in by_score] == sorted(band for _, band in by_score)


def _result(practice: int, **values: Any) -> EvidenceResult:
    given_values: dict[str, Any] = {
        "practice": practice,
        "study": "a",
        "outcome": "yield",
        "log_ratio": 0.4,
        "observations": 5,
        "crop_group": 1,
        "water": "rainfed",
        "country": "NE",
        "climate": "BSh",
        "soil": "SAN",
        "land_use": "Ca",
        "lat": None,
        "lon": None,
        "succeeded": "yes",
    }
    return EvidenceResult(**{**given_values, **values})


def _table(*results: EvidenceResult, count: int = 2) -> PracticeTable:
    rows = [TableRow(number, facts(number), ("en",)) for number in range(1, count + 1)]
    return PracticeTable(rows, results)


NIAMEY = Zone(climate="BSh", soil="SAN", land_use="Ca", lat=13.5, lon=2.1)


def test_sites_like_the_readers_land_are_counted_once_each() -> None:
    table = _table(
        _result(1), _result(1), _result(1, lat=13.0, lon=3.0), _result(1, climate="Dfb", soil="ORG")
    )
    seen = table.provenance(NIAMEY, 0)
    assert (seen.sites, seen.like) == (3, 2)
    assert seen.distance is not None
    assert seen.distance < 0.05


def test_a_site_known_only_by_its_use_is_called_neither_like_nor_unlike() -> None:
    seen = _table(_result(1, climate=None, soil=None)).provenance(NIAMEY, 0)
    assert (seen.sites, seen.like, seen.similar) == (1, 0, 0)
    assert seen.distance is None


def test_facet_counts_leave_their_own_choice_aside() -> None:
    table = _table()
    assert table.facet_counts({"soil": ["ORG"]})["soil"] == {"SAN": 2}
    assert table.facet_counts({"soil": ["ORG"]})["climate"] == {"BSh": 0}
    assert table.matching({"soil": ["ORG"]}).tolist() == []


def test_practices_of_the_same_kind_are_related_and_none_to_itself() -> None:
    shared = _table(count=3).related(1)
    assert shared[1] == 0
    assert (shared[[0, 2]] > 0).all()


def test_an_empty_collection_is_no_fault() -> None:
    table = PracticeTable([], [])
    assert len(table) == 0
    assert table.verdicts(NIAMEY, np.zeros(0, dtype=np.int64)).tolist() == []
    assert table.distances(NIAMEY).tolist() == []
    assert table.places(np.array([5], dtype=np.int64)).tolist() == []
