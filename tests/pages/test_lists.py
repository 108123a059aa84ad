"""What lists are made of: addresses that narrow them down, marks, signs."""

from urllib.parse import parse_qsl, quote_plus, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from practices.pages.cards import Marks, soil_core
from practices.pages.lists import ListState
from practices.records.structs import Headline
from practices.search.documents import FACETS
from practices.search.ranking import INTERESTS

VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
STATES = st.builds(
    ListState,
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    filters=st.dictionaries(
        st.sampled_from(FACETS), st.lists(VALUES, min_size=1, max_size=3, unique=True).map(tuple)
    ),
    interest=st.sampled_from(INTERESTS),
    first=st.integers(0, 60),
)


@given(STATES)
def test_an_address_says_the_whole_list_again(state: ListState) -> None:
    address = urlsplit(state.address("sw", first=state.first))
    assert address.path == "/sw/search"
    expected = [("q", state.text)] if state.text else []
    expected += [(field, one) for field in FACETS for one in state.chosen.get(field, ())]
    expected += [("interest", state.interest)] if state.interest != "harvest" else []
    expected += [("first", str(state.first))] if state.first else []
    assert parse_qsl(address.query, keep_blank_values=True) == expected


@given(STATES, st.sampled_from(FACETS), VALUES)
def test_adding_a_value_leads_where_toggling_it_does(
    state: ListState, field: str, value: str
) -> None:
    before, after = state.adding("fr", field)
    if value not in state.chosen.get(field, ()):
        toggled = state.address("fr", filters=state.toggled(field, value))
        assert f"{before}{quote_plus(value)}{after}" == toggled


def test_marks_stand_around_what_was_typed_and_all_else_is_escaped() -> None:
    words = Headline(
        language="en", origin="original", title="Maize & <b>beans</b>", summary="No word of it <i>"
    )
    title, summary = Marks("maize").set_in(words)
    assert title == "<mark>Maize</mark> &amp; &lt;b&gt;beans&lt;/b&gt;"
    assert summary == "No word of it &lt;i&gt;"
    assert Marks("").set_in(words)[0] == "Maize &amp; &lt;b&gt;beans&lt;/b&gt;"


def test_the_likelier_the_land_the_fuller_the_core() -> None:
    dashes = [
        soil_core(word).count("stroke-dasharray")
        for word in ("like_yours", "similar", "partly_similar", "different", "unknown")
    ]
    assert dashes == [0, 0, 1, 3, 3]
    assert soil_core("like_yours") != soil_core("similar")
