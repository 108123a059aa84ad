"""The life of a ticket: which act leads from which state to which, and what its reference is.

                 assign            answer              helped
    new ───────────────► assigned ─────────► answered ────────► resolved ───► closed
     ▲                    │  ▲ │                │                  │            │
     └──── hand back ─────┘  │ └ ask back ► waiting_for_asker      │            │
                             └───────────── the asker writes ◄─────┴────────────┘

A ticket that was merged into another, or is spam, keeps its state and takes no more acts until it
is taken out again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from helpdesk.tickets.codes import Side, State

Act = Literal[
    "assign",
    "hand_back",
    "answer",
    "ask_back",
    "asker_writes",
    "resolve",
    "close",
    "merge",
    "mark_spam",
    "take_out",
]

OPEN: frozenset[State] = frozenset({"new", "assigned", "waiting_for_asker"})
"""States in which somebody of the helpdesk or the asker still has to do something."""
SILENT_AFTER = timedelta(days=14)
"""An answer nobody spoke about for so long counts as one that served."""
CLOSED_AFTER = timedelta(days=30)
"""A resolved ticket is closed after so long."""
REOPENED_WITHIN = timedelta(days=90)
"""So long after it was closed, what the asker writes belongs to the same ticket."""

_ALPHABET = "23456789CDFGHJKMPQRTVWX"
"""Digits and consonants that are seldom mistaken for each other, and make no words; 23, a prime."""
REFERENCE_LENGTH = 7
PREFIX = "GF"


@dataclass(frozen=True, slots=True)
class _Step:
    """From these states an act leads to `to`; None: the state stays."""

    states: frozenset[State]
    to: State | None


_ANY: frozenset[State] = frozenset(
    {"new", "assigned", "answered", "waiting_for_asker", "resolved", "closed"}
)
_STEPS: Mapping[Act, _Step] = {
    "assign": _Step(frozenset({"new", "assigned", "answered", "waiting_for_asker"}), "assigned"),
    "hand_back": _Step(frozenset({"assigned", "waiting_for_asker"}), "new"),
    "answer": _Step(_ANY - {"closed"}, "answered"),
    "ask_back": _Step(frozenset({"new", "assigned", "answered"}), "waiting_for_asker"),
    "asker_writes": _Step(_ANY, None),
    "resolve": _Step(_ANY - {"resolved", "closed"}, "resolved"),
    "close": _Step(frozenset({"resolved"}), "closed"),
    "merge": _Step(_ANY - {"closed"}, None),
    "mark_spam": _Step(frozenset({"new", "assigned"}), None),
}


def may(act: Act, state: State, side: Side | None) -> bool:
    """Whether an act is possible now."""
    if act == "take_out":
        return side is not None
    return side is None and state in _STEPS[act].states


def state_after(act: Act, state: State, *, has_expert: bool) -> State:
    """The state an act leads to; it `may` be done.

    What an asker writes brings a ticket back to its expert, or to the desk where it has none.
    """
    if act == "asker_writes":
        return "assigned" if has_expert else "new"
    to = None if act == "take_out" else _STEPS[act].to
    return state if to is None else to


def reference(number: int, salt: int) -> str:
    """The reference of a ticket, such as GF-7K3-M2XQ: short, sayable, with a check character.

    Args:
        number: of the ticket, from 1.
        salt: a secret of the site, so that references do not tell how many questions there are.
    """
    size = len(_ALPHABET) ** (REFERENCE_LENGTH - 1)
    # A multiplication by a number prime to the size goes through all references without repeating.
    mixed = (number * _MULTIPLIER + salt) % size
    letters = []
    for _ in range(REFERENCE_LENGTH - 1):
        mixed, place = divmod(mixed, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    letters.append(_check(letters))
    return f"{PREFIX}-{''.join(letters[:3])}-{''.join(letters[3:])}"


def read_reference(typed: str) -> str | None:
    """A reference as a person types it, brought to its form; None if it cannot be one."""
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    if letters[: len(PREFIX)] == list(PREFIX) and len(letters) == REFERENCE_LENGTH + len(PREFIX):
        letters = letters[len(PREFIX) :]
    if len(letters) != REFERENCE_LENGTH or not set(letters) <= set(_ALPHABET):
        return None
    if letters[-1] != _check(letters[:-1]):
        return None
    return f"{PREFIX}-{''.join(letters[:3])}-{''.join(letters[3:])}"


_MULTIPLIER = 40_503_299  # not divisible by 23, so prime to the number of references


def _check(letters: list[str]) -> str:
    """One wrong letter, or two exchanged, give another: the weights differ, and 23 is prime."""
    total = sum(weight * _ALPHABET.index(letter) for weight, letter in enumerate(letters, start=1))
    return _ALPHABET[total % len(_ALPHABET)]
