"""Collect every message of the code and the templates into the catalogs.

`python -m i18n.catalogs.collect LANGUAGE ...` keeps what is translated, adds what is new, and drops
what nobody says any more. A new language gets an empty catalog.
"""

import sys
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from i18n.catalogs.rules import FOLDER, read_catalog

ROOT = FOLDER.parents[1]
FLOORS = ("core", "i18n", "practices", "helpdesk", "workers", "deploy")
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}
CHANGING = (
    b'"POT-Creation-Date:',
    b'"PO-Revision-Date:',
    b'"Last-Translator:',
    b'"Language-Team:',
    b'"Report-Msgid-Bugs-To:',
    b'"Generated-By:',
)
"""Header lines that would change at every run and say nothing."""
HEADER = "# Messages of the GAFOLUP Helpdesk. Machine draft, not yet reviewed by a native speaker."


def template() -> Catalog:
    """Every message that pages, errors and commands can show."""
    found = Catalog(project="GAFOLUP Helpdesk")
    for floor in FLOORS:
        extracted = extract_from_dir(ROOT / floor, METHODS, {}, KEYWORDS, ("Translators:",))
        for _file, _line, message, _comments, _context in extracted:
            found.add(message)
    return found


def bring_in_step(language: str, messages: Catalog) -> int:
    """Update one catalog; how many of its messages are not translated."""
    path = FOLDER / f"{language}.po"
    catalog = read_catalog(language) if path.is_file() else Catalog(locale=language)
    catalog.update(messages, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = HEADER
    catalog.project, catalog.version = "GAFOLUP Helpdesk", "1"
    written = BytesIO()
    write_po(written, catalog, width=0, no_location=True, sort_output=True)
    kept = [line for line in written.getvalue().splitlines() if not line.startswith(CHANGING)]
    path.write_bytes(b"\n".join(kept) + b"\n")
    return len(untranslated(catalog))


def untranslated(catalog: Catalog) -> list[str]:
    """Messages without a translation, or with a doubtful one."""
    return [
        str(message.id)
        for message in catalog
        if message.id
        and (
            message.fuzzy
            or not (all(message.string) if isinstance(message.string, tuple) else message.string)
        )
    ]


def main(languages: list[str]) -> None:
    """Update the catalogs of these languages and say what is still to be translated."""
    messages = template()
    for language in languages:
        missing = bring_in_step(language, messages)
        sys.stdout.write(f"{language}: {len(messages)} messages, {missing} to translate\n")


if __name__ == "__main__":
    main(sys.argv[1:])
