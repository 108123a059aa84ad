"""Check single practice folders: `python -m practices.collection.check FOLDER ...`."""

import sys
from pathlib import Path

from practices.collection.loader import FOLDER, read_practice


def main(arguments: list[str]) -> int:
    """Print every fault; 0 when there is none, else 2."""
    folders = [Path(name) for name in arguments] or sorted(
        path for path in FOLDER.iterdir() if path.is_dir()
    )
    languages = ("en", "fr", "es", "pt", "ar", "sw", "hi")
    faults = [fault for folder in folders for fault in read_practice(folder, languages).faults]
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{len(folders)} folders, {len(faults)} faults\n")
    return 2 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
