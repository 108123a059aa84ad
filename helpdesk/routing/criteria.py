"""What makes one expert fit a question better than another, and how much each of it weighs.

Before any weight come the gates: nobody who is away, full, unwilling or not verified, and nobody
who can read the question neither as it is nor translated. Topic is a gate too, opened only when
nobody's topic matches. Weights are expert judgements, not calibrated.
"""

import math
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Literal

from helpdesk.routing.errors import WeightsNotInOrder
from practices.zones.likeness import BANDS

Criterion = Literal["language", "zone", "answered", "text", "load", "at_work", "since_last"]

READS_WELL = 1.0
READS_ENOUGH = 0.9
READS_A_LITTLE = 0.2
LEVEL_VALUES = (0.0, READS_A_LITTLE, READS_ENOUGH, READS_WELL, READS_WELL)
"""How well the asker's language is read: not, basic, working, fluent, native."""
LIKE_LAND_BELOW = BANDS[1][0]
"""Answers count as given for like land below this distance: "like yours" and "similar"."""
OTHER_LAND_COUNTS = 0.25
"""What an answer on the same topic for land that is not like hers counts, beside one for like."""
HALF_ANSWERED = 4.0
"""So many answers to like questions are worth half of what any number can be worth."""
LIKE_WORDS_FROM = 0.5
"""From this text match on, an expert is said to have answered a question in like words."""
HALF_REST = timedelta(days=7)
"""After so long without a new question half of the worth of waiting is reached."""
UNKNOWN_LAND = 0.5
"""Land that one side does not know is taken to be neither like nor unlike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """The weight of each criterion, greatest first; each criterion is worth 0 (worst) to 1 (best).

    nearest_desk: of one step further from the asker. language: reading the asker's language.
    zone: climate, soil and land use the expert knows. answered: answers given to questions of the
    same topic from like land. text: how like the words are to what the expert answered. load: free
    part of the capacity. at_work: how soon the expert works. since_last: how long ago the expert
    got a question.

    Raises:
        WeightsNotInOrder: a step to a farther desk, or the difference between reading a language
            and having it translated, could be made up for by what weighs less.
        ValueError: a weight is negative or not a number.
    """

    nearest_desk: float = 64.0
    language: float = 20.0
    zone: float = 4.0
    answered: float = 2.0
    text: float = 2.0
    load: float = 2.0
    at_work: float = 0.5
    since_last: float = 0.5

    def __post_init__(self) -> None:
        for field in fields(self):
            weight = getattr(self, field.name)
            if not math.isfinite(weight) or weight < 0:
                raise ValueError(f"weight of {field.name}: {weight}")
        lesser = self.zone + self.answered + self.text + self.load + self.at_work + self.since_last
        names = "zone, answered, text, load, at_work, since_last"
        if self.language * (READS_ENOUGH - READS_A_LITTLE) <= lesser:
            raise WeightsNotInOrder(greater="language", lesser=names)
        if self.nearest_desk <= self.language + lesser:
            raise WeightsNotInOrder(greater="nearest_desk", lesser=f"language, {names}")
