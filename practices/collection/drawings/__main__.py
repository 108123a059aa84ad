"""`python -m practices.collection.drawings`: writes every drawing, picture and icon anew."""

import sys

from practices.collection.drawings.files import write_all


def main() -> int:
    """Write what has changed and say how many files that was."""
    changed = write_all()
    sys.stdout.write(f"{len(changed)} files changed\n")
    for path in changed:
        sys.stdout.write(f"  {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
