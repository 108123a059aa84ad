"""Tokens, hashes and the guard of forms."""

from hypothesis import given
from hypothesis import strategies as st

from core.people.tokens import (
    form_guard,
    form_guard_matches,
    hash_of,
    new_person_id,
    new_token,
    same,
)


def test_tokens_are_long_and_never_the_same() -> None:
    made = {new_token() for _ in range(500)}
    assert len(made) == 500
    assert {len(token) for token in made} == {43}
    assert len({new_person_id() for _ in range(500)}) == 500
    assert all(len(new_person_id()) <= 20 for _ in range(5))


@given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
def test_only_the_same_parts_hash_alike(one: list[str], other: list[str]) -> None:
    assert (hash_of("x", *one) == hash_of("x", *other)) is (one == other)
    assert hash_of("x", *one) != hash_of("y", *one)


@given(st.text(max_size=20), st.text(max_size=20))
def test_texts_are_the_same_if_they_are_equal(one: str, other: str) -> None:
    assert same(one, other) is (one == other)


def test_a_form_guard_fits_its_own_session_only() -> None:
    one, other = new_token(), new_token()
    guard = form_guard(one)
    assert form_guard_matches(one, guard)
    assert not form_guard_matches(other, guard)


def test_a_form_guard_is_another_on_every_page() -> None:
    secret = new_token()
    guards = {form_guard(secret) for _ in range(20)}
    assert len(guards) == 20
    assert all(form_guard_matches(secret, guard) for guard in guards)


@given(st.text(max_size=300))
def test_nothing_made_up_passes_for_a_form_guard(made_up: str) -> None:
    assert not form_guard_matches("a secret", made_up)


def test_a_form_guard_with_another_number_or_cut_short_does_not_fit() -> None:
    guard = form_guard("a secret")
    number, _, mac = guard.partition(".")
    for wrong in (
        f"0{number[1:]}x.{mac}",
        f"{number}.",
        number,
        f".{mac}",
        guard[:-1],
        guard + "0",
    ):
        assert not form_guard_matches("a secret", wrong)
