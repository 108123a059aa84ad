"""What a desk promises."""

import pytest

from helpdesk.levels.errors import TargetNotPossible, WarningNotPossible
from helpdesk.levels.rules import ServiceLevels, Targets


def test_targets_are_found_by_topic_and_priority() -> None:
    usual, urgent, funding, both = (Targets(n, n, n) for n in (1, 2, 3, 4))
    levels = ServiceLevels(
        usual,
        {(None, "high"): urgent, ("funding", None): funding, ("markets", "high"): both},
    )
    assert levels.targets("markets", "normal") == usual
    assert levels.targets("markets", "high") == both
    assert levels.targets("funding", "normal") == funding
    assert levels.targets("funding", "high") == urgent


@pytest.mark.parametrize("minutes", [0, -5, 366 * 24 * 60 + 1])
def test_promises_without_sense_are_refused(minutes: int) -> None:
    for wrong in ((minutes, 1, 1), (1, minutes, 1), (1, 1, minutes)):
        with pytest.raises(TargetNotPossible, match=str(minutes)):
            Targets(*wrong)


@pytest.mark.parametrize(("share", "said"), [(0, "0"), (-0.1, "-10"), (1.5, "150")])
def test_a_warning_outside_the_time_is_refused(share: float, said: str) -> None:
    with pytest.raises(WarningNotPossible) as caught:
        Targets(1, 1, 1, warn_share=share)
    assert caught.value.data == {"percent": said}
