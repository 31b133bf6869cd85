"""Without arguments, or with photos and folders alone: the window; otherwise the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from lenscap import offline
from lenscap.errors import LenscapError


def main() -> int:
    """Run Lenscap; return the exit code."""
    offline.refuse()  # before anything else is loaded
    given = sys.argv[1:]
    if given:
        from lenscap import cli

        if not cli.is_for_the_window(given):
            return cli.main(given)
    from lenscap.gui import app

    try:
        return app.main([Path(each) for each in given])
    except LenscapError as error:
        sys.stderr.write(f"lenscap: {error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
