"""Check the termbase, all faults at once: `python -m i18n.termbase.check`."""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from i18n.termbase.reading import (
    HOMONYMS,
    TERMS,
    Fault,
    Homonym,
    Homonyms,
    Placed,
    read,
    read_homonyms,
)
from i18n.termbase.rules import Stems, stems_of

_NOT_MEANT = Homonym(concepts=frozenset(), line=0)


def faults_in(folder: Path) -> list[Fault]:
    """Every fault of the termbase in `folder`, by file and line."""
    reading = read(folder)
    meant, faults = read_homonyms(folder)
    return sorted({*reading.faults, *faults, *_faults_of_words(reading.concepts, meant)})


def _faults_of_words(concepts: tuple[Placed, ...], meant: Homonyms) -> Iterator[Fault]:
    """Labels without a word; labels that two concepts share, against what is meant."""
    holders: dict[tuple[str, Stems], dict[str, tuple[Placed, str]]] = defaultdict(dict)
    for placed in concepts:
        for language, labels in placed.concept.labels.items():
            for label in labels:
                stems = stems_of(label, language)
                if stems:
                    holders[language, stems].setdefault(placed.concept.id, (placed, label))
                else:
                    what = f"{label} ({language}) has no word that is looked for"
                    yield Fault(placed.file, placed.line, what)
    for name, held in holders.items():
        if len(held) > 1 and not meant.get(name, _NOT_MEANT).concepts.issuperset(held):
            yield from _shared(name[0], list(held.values()))
    for (language, stems), homonym in meant.items():
        strangers = homonym.concepts.difference(holders.get((language, stems), {}))
        if strangers or len(homonym.concepts) == 1:
            what = f"{' '.join(stems)} ({language}) is no label of {', '.join(sorted(strangers))}"
            yield Fault(HOMONYMS, homonym.line, what)


def _shared(language: str, held: list[tuple[Placed, str]]) -> Iterator[Fault]:
    (first, one), *others = held
    for placed, label in others:
        yield Fault(
            placed.file,
            placed.line,
            f"{label} ({language}) reads like {one} of {first.concept.id}, "
            f"{first.file}:{first.line}; if both are meant, list it in {HOMONYMS}",
        )


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
