"""Without arguments: the window; otherwise the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run Lenscap; return the exit code."""
    from lenscap import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
