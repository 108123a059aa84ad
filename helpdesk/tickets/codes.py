"""The closed sets of a ticket."""

from typing import Literal

from core.words import N_

State = Literal["new", "assigned", "answered", "waiting_for_asker", "resolved", "closed"]
Side = Literal["merged", "spam"]
Topic = Literal["practices", "carbon_payment", "ecosystem_services", "markets", "funding", "other"]
Channel = Literal["web", "mail", "api"]
Priority = Literal["low", "normal", "high"]
MessageKind = Literal["question", "asker", "answer", "question_back", "note"]
"""question: the first words. question_back: an expert asks the asker. note: staff only."""
Helped = Literal["yes", "partly", "no"]

TOPICS: dict[Topic, str] = {
    "practices": N_("What to do on my land"),
    "carbon_payment": N_("Being paid for carbon in the soil"),
    "ecosystem_services": N_("Water, trees, bees and other gifts of the land"),
    "markets": N_("Selling what I grow"),
    "funding": N_("Money to begin"),
    "other": N_("Something else"),
}
STATES: dict[State, str] = {
    "new": N_("We are looking for an expert."),
    "assigned": N_("An expert is working on it."),
    "answered": N_("There is an answer."),
    "waiting_for_asker": N_("The expert asks you something."),
    "resolved": N_("The question is answered."),
    "closed": N_("The question is closed."),
}
PUBLIC_KINDS: frozenset[MessageKind] = frozenset({"question", "asker", "answer", "question_back"})
