"""When a job is tried again, and when it is given up."""

from datetime import timedelta
from random import Random

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(hours=1)
MOST_ATTEMPTS = 12
LEASE = timedelta(minutes=5)


def wait_before_retry(attempts: int, chance: Random) -> timedelta:
    """How long to wait after `attempts` failures: doubling, capped, with full jitter.

    Jitter spreads retries of jobs that failed together (Brooker 2015, "Exponential backoff and
    jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
    At least a quarter of the ceiling, so that a retry is never at once.
    """
    doublings = min(attempts - 1, 30)
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * int(2**doublings))
    return ceiling * (0.25 + 0.75 * chance.random())


def is_dead(attempts: int) -> bool:
    """Whether a job that failed `attempts` times waits for a person instead of another try."""
    return attempts >= MOST_ATTEMPTS
