"""Faults of collection files, told all at once with file and line."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import GafolupError
from core.words import N_


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one file; lines count from 1."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class CollectionDamaged(GafolupError):
    """The collection's files have faults; nothing of it was loaded."""

    code = "collection_damaged"
    status = 500
    text = N_("The collection has {count} faults; nothing was loaded. The first: {first}")

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(count=len(faults), first=str(faults[0]) if faults else "")
        self.faults = faults
