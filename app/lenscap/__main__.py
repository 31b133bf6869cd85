"""Without arguments: the window; otherwise the command line."""

from __future__ import annotations

import sys

from lenscap import offline
from lenscap.errors import LenscapError


def main() -> int:
    """Run Lenscap; return the exit code."""
    offline.refuse()  # before anything else is loaded
    if len(sys.argv) > 1:
        from lenscap import cli

        return cli.main(sys.argv[1:])
    from lenscap.gui import app

    try:
        return app.main([])
    except LenscapError as error:
        sys.stderr.write(f"lenscap: {error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
