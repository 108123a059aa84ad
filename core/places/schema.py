"""The shape of the file of places."""

SCHEMA_VERSION = 2
APPLICATION_ID = 0x47414650  # "GAFP"
ATTRIBUTION = "Place names: GeoNames (www.geonames.org), CC BY 4.0."
CELLS_A_DEGREE = 2
COLUMNS = 360 * CELLS_A_DEGREE
ROWS = 180 * CELLS_A_DEGREE
# Of a beginning that more names share than this, only the largest places are kept.
CROWDED_PREFIX = 400
KEPT_OF_A_PREFIX = 40
LONGEST_PREFIX = 6
# A place counts as so many times larger under its own name than under a name it also has.
MAIN_NAME_WEIGHT = 30

# `rank` 1 is the place with most people, so the order of ranks is the order of size.
# `folded` names hold every spelling; `typos` finds main names by three letters in a row.
# `local_names` are shown to readers of other scripts.
SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    rank INTEGER PRIMARY KEY,
    geoname INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    population INTEGER NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    cell INTEGER NOT NULL
);
CREATE TABLE names (
    folded TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (folded, rank)
) WITHOUT ROWID;
CREATE TABLE local_names (
    geoname INTEGER NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (geoname, language)
) WITHOUT ROWID;
CREATE TABLE crowded_prefixes (
    prefix TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (prefix, rank)
) WITHOUT ROWID;
CREATE TABLE countries (
    folded TEXT NOT NULL, country TEXT NOT NULL, PRIMARY KEY (folded, country)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE typos USING fts5 (
    folded, content = '', tokenize = 'trigram', detail = 'none', columnsize = 0
);
"""


def cell_of(lat: float, lon: float) -> int:
    """The half-degree cell of a point, counted from the south pole and the date line."""
    row = min(int((lat + 90) * CELLS_A_DEGREE), ROWS - 1)
    column = int((lon + 180) * CELLS_A_DEGREE) % COLUMNS
    return row * COLUMNS + column


def weight_of(population: int, *, main_name: bool) -> int:
    """How much a place counts when several fit: its people, more under its main name."""
    return (population + 1) * (MAIN_NAME_WEIGHT if main_name else 1)
