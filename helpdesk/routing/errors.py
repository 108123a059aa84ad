"""What can be wrong with the settings of routing."""

from typing import ClassVar

from core.errors import GafolupError
from core.words import N_


class WeightsNotInOrder(GafolupError):
    """The weights would let a lesser criterion outweigh a greater one. Data: `greater`, `lesser`.

    `greater` names the criterion that is too light, `lesser` the criteria that outweigh it.
    """

    code: ClassVar[str] = "weights_not_in_order"
    status: ClassVar[int] = 500
    text: ClassVar[str] = N_("The weight of {greater} is too small: it must outweigh {lesser}.")
