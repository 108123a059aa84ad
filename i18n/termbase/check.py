"""Check the termbase, all faults at once: `python -m i18n.termbase.check`."""

import sys
from pathlib import Path

from i18n.termbase.reading import TERMS, Fault, faults_of_words, read, read_homonyms


def faults_in(folder: Path) -> list[Fault]:
    """Every fault of the termbase in `folder`, by file and line."""
    reading = read(folder)
    meant, faults = read_homonyms(folder)
    return sorted({*reading.faults, *faults, *faults_of_words(reading.concepts, meant)})


def main() -> int:
    """Write every fault to standard error; 1 where there is one."""
    faults = faults_in(TERMS)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    count = len(read(TERMS).concepts)
    sys.stdout.write(f"{count} concepts, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
