"""The life of a ticket, and references that can be said on the telephone."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.tickets.codes import State
from helpdesk.tickets.rules import Act, may, read_reference, reference, state_after

numbers = st.integers(1, 100_000_000)
acts = st.sampled_from(get_args(Act))


def _walk(*done: Act, has_expert: bool = True) -> State:
    state: State = "new"
    for act in done:
        assert may(act, state, None), (act, state)
        state = state_after(act, state, has_expert=has_expert)
    return state


def test_a_question_goes_to_an_expert_and_comes_back_answered() -> None:
    assert _walk("assign", "answer", "resolve", "close") == "closed"


def test_what_the_asker_writes_brings_a_ticket_back_to_its_expert() -> None:
    assert _walk("assign", "ask_back", "asker_writes") == "assigned"
    assert _walk("assign", "answer", "resolve", "close", "asker_writes") == "assigned"
    assert _walk("answer", "asker_writes", has_expert=False) == "new"


def test_a_ticket_that_is_handed_back_waits_for_somebody_else() -> None:
    assert _walk("assign", "hand_back") == "new"


@pytest.mark.parametrize(
    ("act", "state"),
    [("assign", "closed"), ("hand_back", "new"), ("close", "answered"), ("mark_spam", "answered")],
)
def test_what_makes_no_sense_is_refused(act: Act, state: State) -> None:
    assert not may(act, state, None)


@given(acts, st.sampled_from(get_args(State)))
def test_a_merged_ticket_takes_no_act_but_being_taken_out(act: Act, state: State) -> None:
    assert may(act, state, "merged") == (act == "take_out")


@given(acts, st.sampled_from(get_args(State)), st.booleans())
def test_every_act_leads_to_a_state(act: Act, state: State, has_expert: bool) -> None:
    assert state_after(act, state, has_expert=has_expert) in get_args(State)


@given(numbers, numbers, st.integers(0, 2**60))
def test_two_tickets_never_share_a_reference(one: int, other: int, salt: int) -> None:
    assert (reference(one, salt) == reference(other, salt)) == (one == other)


@given(numbers, st.integers(0, 2**60))
def test_a_reference_is_read_however_it_is_typed(number: int, salt: int) -> None:
    given_out = reference(number, salt)
    for typed in (given_out.lower(), given_out.replace("-", " "), given_out[3:], f" {given_out} "):
        assert read_reference(typed) == given_out


@given(
    numbers, st.integers(0, 2**60), st.integers(0, 6), st.sampled_from("23456789CDFGHJKMPQRTVWX")
)
def test_one_wrong_letter_is_noticed(number: int, salt: int, at: int, letter: str) -> None:
    given_out = reference(number, salt)
    letters = list(given_out[3:].replace("-", ""))
    changed = letters[at] != letter
    letters[at] = letter
    assert (read_reference("".join(letters)) is None) == changed


@given(numbers, st.integers(0, 2**60), st.integers(0, 4))
def test_two_letters_exchanged_are_noticed(number: int, salt: int, at: int) -> None:
    letters = list(reference(number, salt)[3:].replace("-", ""))
    same = letters[at] == letters[at + 1]
    letters[at], letters[at + 1] = letters[at + 1], letters[at]
    assert (read_reference("".join(letters)) is not None) == same


@given(st.text(max_size=20))
def test_what_cannot_be_a_reference_is_none(typed: str) -> None:
    found = read_reference(typed)
    assert found is None or read_reference(found) == found
