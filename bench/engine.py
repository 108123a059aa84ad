"""How fast the search engine answers, beside SQLite FTS5 on the same documents.

    python -m bench.engine --documents 100000 [--language en | --language all] [--seed 7]

Documents are made up: words of the termbase and spun ones, drawn by Zipf's law (rank + 2.7, as
Mandelbrot fitted it), 60 words long, with five code fields and a year. Both engines get words
analysed alike, and both hand out twenty whole documents; ours also counts all matches. Times
are wall clock in one thread; the ratio is FTS5 time over ours. FTS5 cuts Hindi words at their
marks, so its Hindi times are of other words.
"""

import argparse
import itertools
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from i18n.analysis import analyse
from i18n.languages import CODES
from practices.search.index.filters import And, In, Range
from practices.search.index.protocol import Document, IndexSettings, Matching, Query
from practices.search.index.tantivy_index import TantivyIndex

WORDS_A_DOCUMENT = 60
VOCABULARY = 60_000
FACETS = {"climate": 30, "soil": 7, "land": 6, "crop": 60, "country": 150}
_SYLLABLES = {
    "ar": ["با", "تر", "مي", "سل", "نو", "كر", "عد", "ري", "قم", "حص", "دي", "ول"],
    "hi": ["का", "मि", "तु", "रे", "सो", "बी", "ना", "गे", "दा", "खे", "पु", "ली"],
}
_LATIN = ["ba", "cho", "di", "fer", "gu", "ka", "lo", "mi", "nu", "pa", "ri", "so", "ta", "ve"]


@dataclass(frozen=True)
class Vocabulary:
    """Words of one language, the most frequent first."""

    words: list[str]
    shares: list[float]

    def draw(self, dice: random.Random, count: int) -> list[str]:
        return dice.choices(self.words, cum_weights=self.shares, k=count)


def vocabulary(language: str, dice: random.Random) -> Vocabulary:
    """Labels of the termbase where it is there, then spun words."""
    found: dict[str, None] = {}
    for file in sorted(Path("i18n/termbase").rglob("*.yaml")):
        for label in _labels(yaml.safe_load(file.read_text("utf-8")), language):
            found |= dict.fromkeys(token.surface.lower() for token in analyse(label, language))
    syllables = _SYLLABLES.get(language, _LATIN)
    while len(found) < VOCABULARY:
        found["".join(dice.choices(syllables, k=dice.randint(2, 5)))] = None
    words = list(found)
    return Vocabulary(words, list(itertools.accumulate(1 / (i + 2.7) for i in range(len(words)))))


def _labels(tree: object, language: str) -> Iterator[str]:
    """Every text below a key that is the language's code, however the file is built."""
    if isinstance(tree, list):
        for inner in tree:
            yield from _labels(inner, language)
    elif isinstance(tree, dict):
        for key, inner in tree.items():
            yield from _texts(inner) if key == language else _labels(inner, language)


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list | dict):
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(inner)


def documents(
    language: str, count: int, words: Vocabulary, dice: random.Random
) -> Iterator[Document]:
    """Made-up documents."""
    for number in range(count):
        drawn = words.draw(dice, WORDS_A_DOCUMENT)
        yield Document(
            id=f"{language}{number}",
            key=number,
            language=language,
            title=" ".join(drawn[:5]),
            body=" ".join(drawn[5:]),
            keywords={
                field: tuple({f"{field}{int(dice.random() ** 2 * size)}" for _ in range(2)})
                for field, size in FACETS.items()
            },
            numbers={"year": float(dice.randint(1980, 2025))},
        )


class Fts5:
    """The same documents in SQLite: two text columns, one table of codes with an index."""

    def __init__(self, file: Path, language: str) -> None:
        self._language = language
        self._base = sqlite3.connect(file)
        self._base.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA cache_size=-200000; PRAGMA temp_store=MEMORY;"
            "CREATE VIRTUAL TABLE texts USING fts5(title, body, prefix='2 3');"
            "CREATE TABLE documents (id INTEGER PRIMARY KEY, year REAL, source BLOB);"
            "CREATE TABLE codes (field TEXT, value TEXT, id INTEGER,"
            " PRIMARY KEY (field, value, id)) WITHOUT ROWID;"
            "CREATE INDEX codes_of ON codes (id, field, value);"
        )
        self._words: list[str] = []
        self._decode = msgspec.json.Decoder(Document).decode

    def fill(self, made: Iterator[Document]) -> None:
        for document in made:
            row = document.key + 1
            texts = [self._stems(document.title), self._stems(document.body)]
            self._base.execute(
                "INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)", [row, *texts]
            )
            self._base.execute(
                "INSERT INTO documents VALUES (?, ?, ?)",
                [row, document.numbers["year"], msgspec.json.encode(document)],
            )
            self._base.executemany(
                "INSERT INTO codes VALUES (?, ?, ?)",
                [(f, value, row) for f, values in document.keywords.items() for value in values],
            )
        self._base.executescript("INSERT INTO texts (texts) VALUES ('optimize'); ANALYZE;")
        self._base.commit()
        self._base.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, 'row')")
        self._words = [word for (word,) in self._base.execute("SELECT term FROM vocabulary")]

    def search(self, text: str, joint: str = " OR ", tail: str = "") -> list[Document]:
        stems = [f'"{token.stem}"' for token in analyse(text, self._language)]
        return self._ranked(joint.join(stems) + tail) if stems else []

    def typo(self, text: str) -> list[Document]:
        """FTS5 knows no typos: its words are compared one by one, the nearest are searched."""
        words = analyse(text, self._language)
        if not words:
            return []
        word = words[0].stem
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=1, limit=20)
        return self._ranked(" OR ".join(f'"{found[0]}"' for found in near)) if near else []

    def _ranked(self, match: str) -> list[Document]:
        rows = self._base.execute(
            "SELECT source FROM (SELECT rowid AS row FROM texts WHERE texts MATCH ?"
            " ORDER BY bm25(texts, 2.0, 1.0) LIMIT 20) JOIN documents ON documents.id = row",
            [match],
        )
        return [self._decode(source) for (source,) in rows]

    def facets(self, soil: str, crops: Sequence[str]) -> tuple[int, int]:
        """Filters (soil, two crops, years) and five facet counts, two of them disjunctive."""
        year = "SELECT id FROM documents WHERE year BETWEEN 1990 AND 2015"
        of_soil = f"SELECT id FROM codes WHERE field = 'soil' AND value = '{soil}'"
        listed = ", ".join(f"'{crop}'" for crop in crops)
        of_crop = f"SELECT id FROM codes WHERE field = 'crop' AND value IN ({listed})"
        everything = f"{year} INTERSECT {of_soil} INTERSECT {of_crop}"
        conditions = dict.fromkeys(FACETS, everything)
        conditions["soil"] = f"{year} INTERSECT {of_crop}"
        conditions["crop"] = f"{year} INTERSECT {of_soil}"
        total = len(self._base.execute(everything).fetchall())
        counted = 0
        for facet, condition in conditions.items():
            rows = self._base.execute(
                f"SELECT value, count(*) FROM codes WHERE field = '{facet}' AND id IN ({condition})"
                " GROUP BY value"
            )
            counted += sum(count for _, count in rows)
        return total, counted

    def _stems(self, text: str) -> str:
        return " ".join(token.stem for token in analyse(text, self._language))


def measure(act: Callable[[int], object], times: int) -> tuple[float, float]:
    """Median and 99th percentile, milliseconds."""
    act(0)
    taken = []
    for turn in range(times):
        start = time.perf_counter()
        act(turn)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[int(times * 0.99)]


def report(name: str, ours: tuple[float, float], theirs: tuple[float, float]) -> None:
    print(
        f"  {name:<28} {ours[0]:8.3f} {ours[1]:8.3f}   {theirs[0]:9.3f} {theirs[1]:9.3f}"
        f"   {theirs[0] / ours[0]:7.1f}x"
    )


def compare(language: str, count: int, seed: int, folder: Path) -> None:
    """Build both engines for one language and print their times."""
    words = vocabulary(language, random.Random(f"{seed} {language}"))

    def made() -> Iterator[Document]:
        return documents(language, count, words, random.Random(f"{seed} {language} documents"))

    settings = IndexSettings(
        language=language, keyword_fields=tuple(FACETS), number_fields=("year",)
    )
    before = _peak_mb()
    ours = TantivyIndex(folder / language)
    ours.apply_settings("bench", settings)
    start = time.perf_counter()
    stream = made()
    while ours.upsert("bench", itertools.islice(stream, 10_000)):
        pass
    built = time.perf_counter() - start
    ours.close()
    print(f"{language}: {count:,} documents, built in {built:.1f} s ({count / built:,.0f}/s)")
    dice = random.Random(f"{seed} {language} queries")
    candidates = measure(lambda _: ours.candidates("bench", Query(text=words.words[40]), 1000), 100)
    print(f"  1,000 candidates of a frequent word: {candidates[0]:.3f} ms")
    print(f"  memory: {before:.0f} MB before, {_peak_mb():.0f} MB at most with ours built and read")
    theirs = Fts5(folder / f"{language}.db", language)
    start = time.perf_counter()
    theirs.fill(made())
    print(f"  FTS5 built in {time.perf_counter() - start:.1f} s")
    print(f"  {'':<28} {'ours p50':>8} {'p99':>8}   {'FTS5 p50':>9} {'p99':>9}   ratio  (ms)")
    _compare_searches(ours, theirs, words, dice)
    _compare_facets(ours, theirs, dice)
    ours.close()


def _compare_searches(
    ours: TantivyIndex, theirs: Fts5, words: Vocabulary, dice: random.Random
) -> None:
    singles = [words.words[int(100 * 1.04**i) % 20_000] for i in range(100)]
    threes = [" ".join(words.draw(dice, 3)) for _ in range(100)]
    begun = [word[:3] for word in singles]
    wrong = [_with_typo(word, dice) for word in singles if len(word) >= 4]

    def ask(texts: list[str], matching: Matching) -> Callable[[int], object]:
        return lambda i: ours.search("bench", Query(text=texts[i % len(texts)], matching=matching))

    def ask_fts5(texts: list[str], joint: str, tail: str) -> Callable[[int], object]:
        return lambda i: theirs.search(texts[i % len(texts)], joint, tail)

    report(
        "one word",
        measure(ask(singles, Matching.ANY), 300),
        measure(ask_fts5(singles, " OR ", ""), 300),
    )
    report(
        "three words, any",
        measure(ask(threes, Matching.ANY), 300),
        measure(ask_fts5(threes, " OR ", ""), 100),
    )
    report(
        "three words, all",
        measure(ask(threes, Matching.ALL), 300),
        measure(ask_fts5(threes, " AND ", ""), 100),
    )
    report(
        "beginning of three letters",
        measure(ask(begun, Matching.LAST_PREFIX), 300),
        measure(ask_fts5(begun, " OR ", "*"), 100),
    )
    report(
        "one typo",
        measure(ask(wrong, Matching.ANY), 300),
        measure(lambda i: theirs.typo(wrong[i % len(wrong)]), 50),
    )


def _compare_facets(ours: TantivyIndex, theirs: Fts5, dice: random.Random) -> None:
    choices = [
        (f"soil{dice.randrange(7)}", (f"crop{dice.randrange(40)}", f"crop{dice.randrange(40)}"))
        for _ in range(20)
    ]

    def ask(turn: int) -> tuple[int, int]:
        soil, crops = choices[turn % len(choices)]
        asked = And((In("soil", (soil,)), In("crop", crops), Range("year", 1990, 2015)))
        page = ours.search("bench", Query(filter=asked, facets=tuple(FACETS)))
        return page.total, sum(each.count for counts in page.facets.values() for each in counts)

    def ask_fts5(turn: int) -> tuple[int, int]:
        soil, crops = choices[turn % len(choices)]
        return theirs.facets(soil, crops)

    if any(ask(turn) != ask_fts5(turn) for turn in range(5)):
        raise SystemExit("the two engines count differently")
    report("filters + five facet counts", measure(ask, 200), measure(ask_fts5, 20))


def _with_typo(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--language", choices=[*CODES, "all"], default="en")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    languages = CODES if chosen.language == "all" else (chosen.language,)
    with tempfile.TemporaryDirectory() as folder:
        for language in languages:
            compare(language, chosen.documents // len(languages), chosen.seed, Path(folder))


if __name__ == "__main__":
    main()
