"""Handoff: marketing and sales, played as one company. ``--help`` lists the commands."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
