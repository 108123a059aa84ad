"""Records with several entries each, kept as one column: the entries of a record are a run."""

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]


def rows_of(starts: Places, sizes: Places) -> Places:
    """Positions start, start + 1 .. of the entries of several runs, one run after the other."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + sizes, sizes)
