"""Judge the search: `python -m bench.relevance [--json]`.

Prints nDCG@10, MRR and feasibility per language and the worst queries. Exit status 1 if a language
is under the nDCG that is wanted.
"""

import argparse
import sys

from bench.relevance.asking import ask_all
from bench.relevance.judged import queries_of
from bench.relevance.report import as_json, as_text, below_wanted, summaries
from core.logs import configure_logs
from core.settings import Settings
from i18n.languages import CODES


def main() -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    chosen = parser.parse_args()
    configure_logs(Settings(log_level="warning"))
    asked = ask_all([query for language in CODES for query in queries_of(language)])
    print(as_json(asked) if chosen.json else as_text(asked))
    return 1 if below_wanted(summaries(asked.outcomes)) else 0


if __name__ == "__main__":
    sys.exit(main())
