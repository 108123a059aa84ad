"""Imported once, by the process that the tests' commands are forked from: what is slow to load."""

import deploy.commands  # noqa: F401 - imported for the forks
from i18n.analysis import analyse
from i18n.detection import detect
from i18n.languages import CODES
from i18n.termbase import shipped_termbase

termbase = shipped_termbase()
detect("maji ya mvua")
for code in CODES:
    analyse("maji water", code)
    termbase.concepts_in("maji", code)
