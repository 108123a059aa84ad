"""Memory of this process, as Linux counts it."""

from dataclasses import dataclass
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"
"""proc(5), /proc/pid/clear_refs: sets the peak to what is resident now."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory in MB: all of it, its part that is no file, and the most there ever was.

    What is not anonymous is files read through the page cache: the system may take it back.
    """

    resident: float
    anonymous: float
    peak: float


def memory_of(status: str) -> Memory:
    """Read the text of /proc/PID/status."""
    kilobytes = {
        name: int(value.split()[0])
        for name, _, value in (line.partition(":") for line in status.splitlines())
        if value.strip().endswith(" kB")
    }
    return Memory(
        resident=kilobytes["VmRSS"] / 1024,
        anonymous=kilobytes["RssAnon"] / 1024,
        peak=kilobytes["VmHWM"] / 1024,
    )


def memory() -> Memory:
    """This process now."""
    return memory_of(_STATUS.read_text())


def forget_peak() -> None:
    """Count the peak anew from here."""
    _CLEAR.write_text(_RESET_PEAK)
